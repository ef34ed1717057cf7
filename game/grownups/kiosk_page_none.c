#include "grownups_internal.h"

/* A program without the kiosk: there is nothing to set up. */
Scene *(*const grown_kiosk_create)(App *app) = NULL;
