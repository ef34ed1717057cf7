#include "main_kiosk.h"

#include "sango/player/scenes.h"

#include <stdio.h>

/* A program without the kiosk. */
Status main_kiosk_open(const MainOptions *options, const Catalogue *catalogue, const LevelLibrary *library, MainKiosk **out)
{
    (void)options, (void)catalogue, (void)library;
    *out = NULL;
    return STATUS_OK;
}

void main_kiosk_close(MainKiosk *kiosk)
{
    (void)kiosk;
}

AppOver *main_kiosk_over(const MainKiosk *kiosk)
{
    (void)kiosk;
    return NULL;
}

Scene *main_kiosk_first_scene(const MainKiosk *kiosk, App *app)
{
    (void)kiosk;
    return title_scene_create(app);
}

int main_kiosk_tool(const MainOptions *options)
{
    if (!options->is_kiosk && !options->kiosk_check && !options->makes_pin) {
        return -1;
    }
    fprintf(stderr, "sango: this program was built without the stand for visitors (--kiosk); start the game without it, or take a build that has it\n");
    return 2;
}
