#define _GNU_SOURCE
#include "child_process.h"

#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <stddef.h>
#include <sys/ioctl.h>
#include <sys/pidfd.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

/* What the child exits with when the command cannot be run, as in a shell. */
enum { CANNOT_RUN = 127 };

static void set_nonblocking(int descriptor) {
  fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK);
}

/* Runs in the child. Nothing of the test process must leak into the command:
   neither its open files nor its signal settings. */
static void run(struct child_command command) {
  close_range(3, ~0U, 0);
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  if (chdir(command.directory) == 0)
    execve(command.path, command.arguments, command.environment);
  _exit(CANNOT_RUN);
}

static bool watch(struct child_process *child) {
  /* A child that closed its input must not end the tests. */
  signal(SIGPIPE, SIG_IGN);
  child->ended = pidfd_open(child->process, 0);
  return child->ended >= 0;
}

bool child_start_piped(struct child_command command, struct child_process *child) {
  int input[2], output[2], error[2];
  if (pipe2(input, O_CLOEXEC) || pipe2(output, O_CLOEXEC) || pipe2(error, O_CLOEXEC)) return false;
  child->process = fork();
  if (child->process < 0) return false;
  if (child->process == 0) {
    dup2(input[0], 0);
    dup2(output[1], 1);
    dup2(error[1], 2);
    run(command);
  }
  close(input[0]);
  close(output[1]);
  close(error[1]);
  child->input = input[1];
  child->output = output[0];
  child->error = error[0];
  set_nonblocking(child->input);
  set_nonblocking(child->output);
  set_nonblocking(child->error);
  return watch(child);
}

static struct winsize window(int columns, int rows) {
  return (struct winsize){.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
}

bool child_start_in_terminal(
  struct child_command command, int columns, int rows, struct child_process *child) {
  struct winsize size = window(columns, rows);
  int terminal;
  child->process = forkpty(&terminal, NULL, NULL, &size);
  if (child->process < 0) return false;
  if (child->process == 0) run(command);
  fcntl(terminal, F_SETFD, FD_CLOEXEC);
  set_nonblocking(terminal);
  child->input = terminal;
  child->output = terminal;
  child->error = -1;
  return watch(child);
}

bool child_resize_terminal(int terminal, int columns, int rows) {
  struct winsize size = window(columns, rows);
  return ioctl(terminal, TIOCSWINSZ, &size) == 0;
}

bool child_terminal_is_cooked(int terminal) {
  struct termios settings;
  return tcgetattr(terminal, &settings) == 0 && (settings.c_lflag & ECHO)
    && (settings.c_lflag & ICANON);
}

int child_reap(int process) {
  int status = 0;
  while (waitpid(process, &status, 0) < 0 && errno == EINTR) continue;
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}
