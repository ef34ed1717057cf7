/* The least an SDL2 program does for such a page: a window on the software renderer, one
 * background, two sprites and a text box. What the game costs is told as a ratio to it.
 *
 *     floor ART FONT [FRAMES]
 *
 * ART is a folder of built pictures, FONT a TrueType file. A key changes the box. With
 * FRAMES it moves both sprites for so many frames, prints the frame times and ends. */
#include <SDL.h>
#include <SDL_image.h>
#include <SDL_ttf.h>

#include <stdio.h>
#include <stdlib.h>

#include "times.h"

enum { WIDTH = 1280, HEIGHT = 720 };

typedef struct Floor {
    SDL_Renderer *renderer;
    SDL_Texture *place, *sprites[2], *text;
    int text_w, text_h;
    bool is_other; /* a key was pressed an odd number of times */
} Floor;

static SDL_Texture *load(Floor *floor, const char *folder, const char *file)
{
    char path[700];
    (void)snprintf(path, sizeof path, "%s/%s", folder, file);
    SDL_Texture *texture = IMG_LoadTexture(floor->renderer, path);
    if (!texture) {
        fprintf(stderr, "floor: %s: %s\n", path, IMG_GetError());
        exit(1);
    }
    return texture;
}

static void open_page(Floor *floor, const char *art, const char *font_file)
{
    floor->place = load(floor, art, "place-livingroom-day-0back.png");
    floor->sprites[0] = load(floor, art, "actor-kofi.png");
    floor->sprites[1] = load(floor, art, "actor-luz.png");
    TTF_Font *font = TTF_OpenFont(font_file, 30);
    SDL_Surface *line = font ? TTF_RenderUTF8_Blended(font, "Hello, I am a line of text.", (SDL_Color){ 33, 27, 80, 255 }) : NULL;
    if (!line) {
        fprintf(stderr, "floor: %s: %s\n", font_file, TTF_GetError());
        exit(1);
    }
    floor->text = SDL_CreateTextureFromSurface(floor->renderer, line);
    floor->text_w = line->w;
    floor->text_h = line->h;
    SDL_FreeSurface(line);
    TTF_CloseFont(font);
}

static void draw(const Floor *floor, int step)
{
    SDL_RenderCopy(floor->renderer, floor->place, NULL, NULL);
    for (int i = 0; i < 2; i++) {
        SDL_Rect from = { 0, 0, 300, 500 };
        SDL_Rect to = { 200 + 500 * i, 100 + (step + i) % 8, 300, 500 };
        SDL_RenderCopy(floor->renderer, floor->sprites[i], &from, &to);
    }
    SDL_Rect box = { 80, 520, 1120, 180 };
    SDL_SetRenderDrawColor(floor->renderer, 255, floor->is_other ? 240 : 255, 255, 255);
    SDL_RenderFillRect(floor->renderer, &box);
    SDL_Rect to = { 120, 560, floor->text_w, floor->text_h };
    SDL_RenderCopy(floor->renderer, floor->text, NULL, &to);
    SDL_RenderPresent(floor->renderer);
}

static void animate(const Floor *floor, int frames)
{
    Times times = { 0 };
    for (int i = 0; i < frames; i++) {
        double start = times_now_ms();
        draw(floor, i);
        times_add(&times, times_now_ms() - start);
    }
    times_print(&times, "frame");
}

int main(int argc, char **argv)
{
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    if (argc < 3 || SDL_Init(SDL_INIT_VIDEO) != 0 || TTF_Init() != 0) {
        fprintf(stderr, "floor ART FONT [FRAMES]: %s\n", SDL_GetError());
        return 1;
    }
    SDL_Window *window = SDL_CreateWindow("floor", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, WIDTH, HEIGHT, SDL_WINDOW_RESIZABLE);
    Floor floor = { .renderer = window ? SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE) : NULL };
    if (!floor.renderer) {
        fprintf(stderr, "floor: %s\n", SDL_GetError());
        return 1;
    }
    open_page(&floor, argv[1], argv[2]);
    draw(&floor, 0);
    if (argc > 3) {
        animate(&floor, (int)strtol(argv[3], NULL, 10));
        return 0;
    }
    SDL_Event event;
    while (SDL_WaitEvent(&event) && event.type != SDL_QUIT) {
        if (event.type == SDL_KEYDOWN || event.type == SDL_WINDOWEVENT) {
            floor.is_other = floor.is_other != (event.type == SDL_KEYDOWN);
            draw(&floor, 0);
        }
    }
    return 0;
}
