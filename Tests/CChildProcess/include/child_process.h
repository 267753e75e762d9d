#ifndef CAREGUIDE_TESTS_CHILD_PROCESS_H
#define CAREGUIDE_TESTS_CHILD_PROCESS_H

#include <stdbool.h>

/* Programs that tests drive from outside. In C because a forked child of a
   threaded process may run nothing but plain system calls before it execs. */

/* What to run. The arrays end with NULL. */
struct child_command {
  const char *path;
  char *const *arguments;
  char *const *environment;
  const char *directory;
};

/* A running child, and the parent's ends of what it reads and writes. They do
   not block. In a terminal all three are the terminal; `error` is -1 then. */
struct child_process {
  int process;
  /* Can be read once the process has ended. */
  int ended;
  int input;
  int output;
  int error;
};

/* Starts a child behind three pipes; `false` when the system refuses. */
bool child_start_piped(struct child_command command, struct child_process *child);

/* Starts a child in a terminal of its own; `false` when the system refuses. */
bool child_start_in_terminal(
  struct child_command command, int columns, int rows, struct child_process *child);

/* Gives the terminal another size; the child gets SIGWINCH. */
bool child_resize_terminal(int terminal, int columns, int rows);

/* Whether the terminal echoes keys and hands on whole lines, as shells want it. */
bool child_terminal_is_cooked(int terminal);

/* Waits for the end of a child. Returns its exit code, or the negative number
   of the signal that ended it. */
int child_reap(int process);

#endif
