#ifndef CAREGUIDE_SIGNALS_H
#define CAREGUIDE_SIGNALS_H

/* signalfd(2), which Swift's Glibc module leaves out. */

/* Blocks `count` signals and returns a file descriptor from which they can be
   taken, or -1. */
int careguide_signals_open(const int *signals, int count);

/* Returns the next signal waiting on `descriptor`, or 0. */
int careguide_signals_next(int descriptor);

#endif
