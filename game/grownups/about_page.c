#include "grownups_internal.h"

static void fill_about(GrownPage *page, App *app)
{
    const Catalogue *texts = app->parts.catalogue;
    page->title = TR(texts, "about.screen", "About");
    bool in_browser = app->parts.in_browser;
    grown_text(page, in_browser ? TR(texts, "about.what.browser", "Sango's Story is a game about being safe and having fun online, for children from 7 to 13. It is free. It sends nothing about you or a child to anybody.")
                                : TR(texts, "about.what", "Sango's Story is a game about being safe and having fun online, for children from 7 to 13. It is free and works without the internet. It sends nothing to anybody."));
    grown_heading(page, TR(texts, "about.itu", "Sango and ITU"));
    grown_text(page, TR(texts, "about.itu.text",
                        "Sango is the mascot of the Child Online Protection initiative of the International Telecommunication Union (ITU), and was invented by children. This game is not an official product of ITU."));
    grown_heading(page, TR(texts, "about.licences", "Licences"));
    grown_text(page, TR(texts, "about.licences.text",
                        "Made by the Sango's Story contributors. Code: MIT. Words, drawings, sounds and music: CC BY 4.0. Fonts: SIL Open Font License. Small pictures: Fluent Emoji, Microsoft, MIT."));
    grown_text(page, in_browser ? TR(texts, "about.credits.browser", "The file credits.txt of this website names everybody.")
                                : TR(texts, "about.credits", "The file CREDITS.md that comes with the game names everybody."));
    grown_heading(page, TR(texts, "about.help", "When a child tells you something"));
    grown_text(page, TR(texts, "about.help.text",
                        "Stay calm, listen and thank the child. Say that it is not the child's fault. Promise help, but never promise to keep it to yourself. Ask no leading questions. Write down the child's own words. Do not copy or forward pictures. Tell the person who is responsible for child protection at your school or event on the same day. Is a child in danger now? Call the emergency number. The page \"Helplines\" says who helps."));
}

Scene *grown_about_create(App *app)
{
    static const GrownKind kind = { .fill = fill_about };
    return grown_page_create(app, &kind, SV(""), 0);
}
