#include "careguide_readline.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <readline/history.h>
#include <readline/readline.h>

/* How many lines the up arrow reaches back. */
enum { REMEMBERED_LINES = 100 };

static char *finished_line;
static enum careguide_readline_state state;
static int prompting;

static void on_line(char *line) {
  /* Removing the handler here keeps readline from prompting again at once. */
  rl_callback_handler_remove();
  prompting = 0;
  finished_line = line;
  state = line ? CAREGUIDE_READLINE_LINE : CAREGUIDE_READLINE_END;
}

/* Everything that is not bound here is dead: no file names, no kill ring to
   yank from, no searches, no macros, no init file to re-read. */
static void bind_allowed_keys(Keymap map) {
  for (int key = 0x20; key <= 0xFF; key++)
    if (key != 0x7F) rl_bind_key_in_map(key, rl_insert, map);
  rl_bind_key_in_map('\r', rl_newline, map);
  rl_bind_key_in_map('\n', rl_newline, map);
  rl_bind_key_in_map(0x7F, rl_rubout, map);
  rl_bind_key_in_map('\b', rl_rubout, map);
  rl_bind_key_in_map(0x01, rl_beg_of_line, map);  /* C-a */
  rl_bind_key_in_map(0x02, rl_backward_char, map);  /* C-b */
  rl_bind_key_in_map(0x04, rl_delete, map);  /* C-d: end of input on an empty line */
  rl_bind_key_in_map(0x05, rl_end_of_line, map);  /* C-e */
  rl_bind_key_in_map(0x06, rl_forward_char, map);  /* C-f */
  rl_bind_key_in_map(0x0B, rl_kill_line, map);  /* C-k */
  rl_bind_key_in_map(0x0C, rl_clear_screen, map);  /* C-l */
  rl_bind_key_in_map(0x15, rl_unix_line_discard, map);  /* C-u */
  rl_bind_key_in_map(0x17, rl_unix_word_rubout, map);  /* C-w */

  static const struct { const char *keys; rl_command_func_t *does; } sequences[] = {
    {"\\e[A", rl_get_previous_history}, {"\\eOA", rl_get_previous_history},
    {"\\e[B", rl_get_next_history},     {"\\eOB", rl_get_next_history},
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

static char *no_completion(const char *text, int nth) {
  (void)text;
  (void)nth;
  return NULL;
}

void careguide_readline_start(void) {
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
  rl_completion_entry_function = no_completion;
  rl_initialize();
  /* Or the terminal's own special keys would be bound again at each prompt. */
  rl_variable_bind("bind-tty-special-chars", "off");
  rl_variable_bind("horizontal-scroll-mode", "off");
  Keymap map = rl_make_bare_keymap();
  bind_allowed_keys(map);
  rl_set_keymap(map);
  stifle_history(REMEMBERED_LINES);
}

void careguide_readline_prompt(const char *prompt) {
  state = CAREGUIDE_READLINE_NOTHING;
  prompting = 1;
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

int careguide_readline_clear_line(void) {
  int had_text = rl_end > 0;
  rl_callback_sigcleanup();
  rl_free_line_state();
  rl_crlf();
  rl_replace_line("", 1);
  rl_on_new_line();
  rl_redisplay();
  return had_text;
}

void careguide_readline_resize(void) { rl_resize_terminal(); }

void careguide_readline_remember(const char *line) {
  HIST_ENTRY *last = history_length > 0 ? history_get(history_base + history_length - 1) : NULL;
  if (!last || strcmp(last->line, line) != 0) add_history(line);
}

void careguide_readline_stop(void) {
  if (prompting) rl_callback_handler_remove();
  prompting = 0;
  clear_history();
}
