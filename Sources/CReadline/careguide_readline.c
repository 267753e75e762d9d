#define _GNU_SOURCE
#include "careguide_readline.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include <readline/history.h>
#include <readline/readline.h>

/* How many lines the up arrow reaches back. */
enum { REMEMBERED_LINES = 100 };

static char *finished_line;
static enum careguide_readline_state state;
static int prompting;
static bool plain;

/* Plain display: what stands on the screen behind the prompt. */
static char *asked_with;
static char *shown;

/* Forgets text that a patient typed; free alone would leave it in memory. */
static void forget(char *text) {
  if (!text) return;
  explicit_bzero(text, strlen(text));
  free(text);
}

static void on_line(char *line) {
  /* Removing the handler here keeps readline from prompting again at once. */
  rl_callback_handler_remove();
  prompting = 0;
  finished_line = line;
  state = line ? CAREGUIDE_READLINE_LINE : CAREGUIDE_READLINE_END;
}

static int accept_plainly(int count, int key) {
  (void)count;
  (void)key;
  fputc('\n', rl_outstream);
  fflush(rl_outstream);
  rl_done = 1;
  return 0;
}

/* Everything that is not bound here is dead: no file names, no kill ring to
   yank from, no searches, no macros, no init file to re-read. */
static void bind_allowed_keys(Keymap map) {
  rl_command_func_t *accept = plain ? accept_plainly : rl_newline;
  for (int key = 0x20; key <= 0xFF; key++)
    if (key != 0x7F) rl_bind_key_in_map(key, rl_insert, map);
  rl_bind_key_in_map('\r', accept, map);
  rl_bind_key_in_map('\n', accept, map);
  rl_bind_key_in_map(0x7F, rl_rubout, map);
  rl_bind_key_in_map('\b', rl_rubout, map);
  rl_bind_key_in_map(0x04, rl_delete, map);  /* C-d: end of input on an empty line */
  rl_bind_key_in_map(0x15, rl_unix_line_discard, map);  /* C-u */
  rl_bind_key_in_map(0x17, rl_unix_word_rubout, map);  /* C-w */
  static const struct key_sequence { const char *keys; rl_command_func_t *does; } recall[] = {
    {"\\e[A", rl_get_previous_history}, {"\\eOA", rl_get_previous_history},
    {"\\e[B", rl_get_next_history},     {"\\eOB", rl_get_next_history},
  };
  for (size_t i = 0; i < sizeof recall / sizeof *recall; i++)
    rl_bind_keyseq_in_map(recall[i].keys, recall[i].does, map);
  /* The cursor of a plain line stays at its end. */
  if (plain) return;
  rl_bind_key_in_map('\t', rl_complete, map);
  rl_bind_key_in_map(0x01, rl_beg_of_line, map);  /* C-a */
  rl_bind_key_in_map(0x02, rl_backward_char, map);  /* C-b */
  rl_bind_key_in_map(0x05, rl_end_of_line, map);  /* C-e */
  rl_bind_key_in_map(0x06, rl_forward_char, map);  /* C-f */
  rl_bind_key_in_map(0x0B, rl_kill_line, map);  /* C-k */
  rl_bind_key_in_map(0x0C, rl_clear_screen, map);  /* C-l */

  static const struct key_sequence sequences[] = {
    {"\\e[C", rl_forward_char},         {"\\eOC", rl_forward_char},
    {"\\e[D", rl_backward_char},        {"\\eOD", rl_backward_char},
    {"\\e[H", rl_beg_of_line},          {"\\eOH", rl_beg_of_line},
    {"\\e[F", rl_end_of_line},          {"\\eOF", rl_end_of_line},
    {"\\e[1~", rl_beg_of_line},         {"\\e[4~", rl_end_of_line},
    {"\\e[3~", rl_delete},              {"\\e[200~", rl_bracketed_paste_begin},
  };
  for (size_t i = 0; i < sizeof sequences / sizeof *sequences; i++)
    rl_bind_keyseq_in_map(sequences[i].keys, sequences[i].does, map);
}

/* Returns the columns that text takes, or -1 where they cannot be told. */
static int columns_of(const char *text) {
  mbstate_t state = {0};
  int columns = 0;
  for (size_t left = strlen(text); left > 0;) {
    wchar_t letter;
    size_t length = mbrtowc(&letter, text, left, &state);
    if (length == 0 || length > left) return -1;
    int width = wcwidth(letter);
    if (width < 0) return -1;
    columns += width;
    text += length;
    left -= length;
  }
  return columns;
}

/* Shows the line without moving the cursor about: only what was added is
   written, so that a screen reader reads each letter once and no terminal needs
   to know an escape code. What was taken off the end is written over; any other
   change is shown by writing the whole line anew. */
static void display_plainly(void) {
  const char *line = rl_line_buffer ? rl_line_buffer : "";
  size_t old = shown ? strlen(shown) : 0, new = strlen(line);
  int rows, columns;
  rl_get_screen_size(&rows, &columns);
  int gone = -1;
  if (shown && old > new && strncmp(shown, line, new) == 0
      && columns_of(asked_with) + columns_of(shown) < columns)
    gone = columns_of(shown + new);
  if (shown && new >= old && strncmp(shown, line, old) == 0) {
    fputs(line + old, rl_outstream);
  } else if (gone >= 0) {
    while (gone-- > 0) fputs("\b \b", rl_outstream);
  } else {
    fprintf(rl_outstream, shown ? "\n%s%s" : "%s%s", asked_with, line);
  }
  fflush(rl_outstream);
  forget(shown);
  shown = strdup(line);
}

/* Writes the prompt and the half-typed line again, on a line of their own. */
static void redraw(void) {
  forget(shown);
  shown = NULL;
  rl_on_new_line();
  rl_redisplay_function();
}

/* What Tab completes a line to; no names of files or users. */
static char **completions;
static int completion_count;

static char *next_completion(const char *text, int nth) {
  static int place;
  if (nth == 0) place = 0;
  size_t length = strlen(text);
  /* Nothing typed asks for nothing. */
  while (length > 0 && place < completion_count) {
    const char *completion = completions[place++];
    if (strncasecmp(completion, text, length) == 0) return strdup(completion);
  }
  return NULL;
}

void careguide_readline_add_completion(const char *line) {
  char **more = realloc(completions, sizeof *more * (size_t)(completion_count + 1));
  if (!more) return;
  completions = more;
  char *copy = strdup(line);
  if (copy) completions[completion_count++] = copy;
}

void careguide_readline_start(bool is_plain) {
  plain = is_plain;
  /* A getty or a bare environment leaves the C locale, in which editing breaks
     letters beyond ASCII. */
  setlocale(LC_CTYPE, "C.UTF-8");
  /* readline sets the locale once more, from what the environment names. */
  setenv("LC_ALL", "C.UTF-8", 1);
  /* An empty INPUTRC would still read the home directory's init file. */
  setenv("INPUTRC", "/dev/null", 1);
  rl_readline_name = "careguide";
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  rl_completion_entry_function = next_completion;
  /* A line is completed whole, whatever stands in it, and nothing is asked. */
  rl_basic_word_break_characters = "";
  rl_completer_word_break_characters = "";
  rl_completion_append_character = '\0';
  rl_completion_query_items = 0;
  rl_initialize();
  /* Or the terminal's own special keys would be bound again at each prompt. */
  rl_variable_bind("bind-tty-special-chars", "off");
  rl_variable_bind("horizontal-scroll-mode", "off");
  rl_variable_bind("completion-ignore-case", "on");
  rl_variable_bind("show-all-if-ambiguous", "on");
  rl_variable_bind("page-completions", "off");
  if (plain) {
    /* Each of these would write an escape code at every prompt. */
    rl_variable_bind("enable-bracketed-paste", "off");
    rl_variable_bind("enable-meta-key", "off");
    rl_variable_bind("enable-keypad", "off");
    rl_redisplay_function = display_plainly;
  }
  Keymap map = rl_make_bare_keymap();
  bind_allowed_keys(map);
  rl_set_keymap(map);
  stifle_history(REMEMBERED_LINES);
}

void careguide_readline_prompt(const char *prompt) {
  state = CAREGUIDE_READLINE_NOTHING;
  prompting = 1;
  forget(shown);
  shown = NULL;
  free(asked_with);
  asked_with = strdup(prompt);
  rl_callback_handler_install(prompt, on_line);
}

void careguide_readline_read_key(void) { rl_callback_read_char(); }

enum careguide_readline_state careguide_readline_take(char **line) {
  enum careguide_readline_state taken = state;
  *line = finished_line;
  finished_line = NULL;
  state = CAREGUIDE_READLINE_NOTHING;
  return taken;
}

void careguide_readline_forget(char *line) { forget(line); }

bool careguide_readline_clear_line(void) {
  bool had_text = rl_end > 0;
  rl_callback_sigcleanup();
  rl_free_line_state();
  rl_crlf();
  rl_replace_line("", 1);
  redraw();
  return had_text;
}

void careguide_readline_redraw(void) { redraw(); }

void careguide_readline_press(int key) { rl_stuff_char(key); }

void careguide_readline_step_aside(void) {
  int point = rl_point;
  rl_point = rl_end;
  rl_redisplay_function();
  rl_point = point;
  rl_crlf();
  fflush(rl_outstream);
}

void careguide_readline_resize(void) { rl_resize_terminal(); }

void careguide_readline_remember(const char *line) {
  HIST_ENTRY *last = history_length > 0 ? history_get(history_base + history_length - 1) : NULL;
  if (!last || strcmp(last->line, line) != 0) add_history(line);
}

void careguide_readline_stop(void) {
  if (prompting) rl_callback_handler_remove();
  prompting = 0;
  for (int i = 0; i < history_length; i++) {
    char *line = history_get(history_base + i)->line;
    explicit_bzero(line, strlen(line));
  }
  clear_history();
  if (rl_line_buffer) explicit_bzero(rl_line_buffer, strlen(rl_line_buffer));
  forget(shown);
  shown = NULL;
}
