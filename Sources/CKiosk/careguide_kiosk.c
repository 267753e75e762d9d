#define _GNU_SOURCE
#include "careguide_kiosk.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define THIS_MACHINE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define THIS_MACHINE AUDIT_ARCH_AARCH64
#endif

int careguide_kiosk_fork(void) { return fork(); }

void careguide_kiosk_end_with_parent(int parent) {
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  if (getppid() != parent) raise(SIGTERM);
}

void careguide_kiosk_clear_environment(void) {
  const char *found = getenv("TERM");
  char *terminal = found ? strdup(found) : NULL;
  clearenv();
  if (terminal) setenv("TERM", terminal, 1);
  free(terminal);
}

void careguide_kiosk_keep_memory_private(void) {
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0);
}

bool careguide_kiosk_forbid_programs(void) {
#ifdef THIS_MACHINE
#define FIELD(name) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, name))
#define REFUSE BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)
/* Refuses one call and goes on with the next instruction otherwise. */
#define REFUSE_CALL(call) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (call), 0, 1), REFUSE
  struct sock_filter program[] = {
    FIELD(arch),
    /* Calls by another machine's numbers would slip past the list. */
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, THIS_MACHINE, 1, 0), REFUSE,
    FIELD(nr),
#ifdef __x86_64__
    /* The x32 numbers, which are the same calls once more. */
    BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1), REFUSE,
#endif
    REFUSE_CALL(__NR_execve), REFUSE_CALL(__NR_execveat), REFUSE_CALL(__NR_socket),
    REFUSE_CALL(__NR_socketpair), REFUSE_CALL(__NR_ptrace), REFUSE_CALL(__NR_process_vm_readv),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog filter = {sizeof program / sizeof *program, program};
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
    && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
#else
  return false;
#endif
}

bool careguide_kiosk_can_forbid_programs(void) {
#ifdef THIS_MACHINE
  return prctl(PR_GET_SECCOMP) >= 0;
#else
  return false;
#endif
}
