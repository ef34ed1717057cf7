#ifndef SANGO_WINDOWS_MAIN_WINDOWS_H
#define SANGO_WINDOWS_MAIN_WINDOWS_H

/* main() of game/main.c, which CMake names so on Windows. */
int sango_main(int argc, char **argv);

#endif
