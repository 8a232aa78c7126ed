// The words of the command line as the system has given them to the program.
#ifndef AIDSTATS_CARGUMENTS_H
#define AIDSTATS_CARGUMENTS_H

/// How many words there are, the program's own name included; 0: they are not known.
int aid_argument_count(void);

/// One of them. Valid as long as the program runs.
const char *aid_argument(int index);

#endif
