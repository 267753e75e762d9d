#ifndef CAREGUIDE_READLINE_H
#define CAREGUIDE_READLINE_H

#include <stdbool.h>

/* The few readline calls the program uses. readline keeps its state in globals;
   they stay behind these functions, which must be called from one thread. */

/* What careguide_readline_take found. */
enum careguide_readline_state {
  CAREGUIDE_READLINE_NOTHING = 0,
  CAREGUIDE_READLINE_LINE = 1,
  CAREGUIDE_READLINE_END = 2,
};

/* Sets readline up: no init file, no signal handlers, no completion but of what
   careguide_readline_add_completion gives, and a keymap that holds only the keys of an allow-list. A plain display only adds to
   what stands on the screen and writes no escape code. */
void careguide_readline_start(bool is_plain);

/* Adds a line that Tab completes its beginning to, except in a plain display. */
void careguide_readline_add_completion(const char *line);

/* Shows the prompt and prepares the terminal for one line. */
void careguide_readline_prompt(const char *prompt);

/* Takes one key that is waiting on standard input. */
void careguide_readline_read_key(void);

/* Gives the finished line, to be given back to careguide_readline_forget, or says
   that none is there. */
enum careguide_readline_state careguide_readline_take(char **line);

/* Frees a line so that it does not stay in memory. */
void careguide_readline_forget(char *line);

/* Forgets the half-typed line and shows the prompt anew; returns whether there
   was text in it. */
bool careguide_readline_clear_line(void);

/* Shows the prompt and the half-typed line again, on a line of their own. */
void careguide_readline_redraw(void);

/* Hands over a key that was read from standard input already; it is taken by
   the next careguide_readline_read_key. */
void careguide_readline_press(int key);

/* Goes to the line below the half-typed one, to write there; the next
   careguide_readline_redraw goes on with it. */
void careguide_readline_step_aside(void);

/* Fits the line to the window's new size. */
void careguide_readline_resize(void);

/* Puts a line where the up arrow finds it; in memory only. */
void careguide_readline_remember(const char *line);

/* Restores the terminal, and forgets all lines so that none stays in memory. */
void careguide_readline_stop(void);

#endif
