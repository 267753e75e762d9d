#ifndef CAREGUIDE_READLINE_H
#define CAREGUIDE_READLINE_H

/* The few readline calls the program uses. readline keeps its state in globals;
   they stay behind these functions, which must be called from one thread. */

/* What careguide_readline_take found. */
enum careguide_readline_state {
  CAREGUIDE_READLINE_NOTHING = 0,
  CAREGUIDE_READLINE_LINE = 1,
  CAREGUIDE_READLINE_END = 2,
};

/* Sets readline up: no init file, no signal handlers, no completion, and a
   keymap that holds only the keys of an allow-list. */
void careguide_readline_start(void);

/* Shows the prompt and prepares the terminal for one line. */
void careguide_readline_prompt(const char *prompt);

/* Takes one key that is waiting on standard input. */
void careguide_readline_read_key(void);

/* Gives the finished line, which the caller frees, or says that none is there. */
enum careguide_readline_state careguide_readline_take(char **line);

/* Forgets the half-typed line and shows the prompt anew; returns whether there
   was text in it. */
int careguide_readline_clear_line(void);

/* Fits the line to the window's new size. */
void careguide_readline_resize(void);

/* Puts a line where the up arrow finds it; in memory only. */
void careguide_readline_remember(const char *line);

/* Restores the terminal and forgets all lines. */
void careguide_readline_stop(void);

#endif
