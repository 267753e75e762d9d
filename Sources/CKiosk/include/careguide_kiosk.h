#ifndef CAREGUIDE_KIOSK_H
#define CAREGUIDE_KIOSK_H

#include <stdbool.h>

/* What an unattended program asks of Linux that Swift's Glibc module leaves out. */

/* fork(2). Returns the child's number to the parent, 0 to the child, or -1. */
int careguide_kiosk_fork(void);

/* Has this process asked to end as soon as its parent is gone; `parent` is the
   parent's number, for a parent that went before the call. */
void careguide_kiosk_end_with_parent(int parent);

/* Forgets every environment variable but the kind of terminal. */
void careguide_kiosk_clear_environment(void);

/* Leaves nothing of the process' memory behind: no core files, and no other
   process of the same user may look into it. */
void careguide_kiosk_keep_memory_private(void);

/* From here on neither this process nor its children can start a program, open
   a socket, or trace a process: such calls fail. Returns whether that is so. */
bool careguide_kiosk_forbid_programs(void);

/* Whether the system can hold a process to that. */
bool careguide_kiosk_can_forbid_programs(void);

#endif
