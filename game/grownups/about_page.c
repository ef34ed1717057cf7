#include "grownups_internal.h"

static void fill_about(GrownPage *page, App *app)
{
    const Catalogue *texts = app->parts.catalogue;
    page->title = TR(texts, "about.screen", "About");
    grown_text(page, TR(texts, "about.what", "Sango's Story is a game about being safe and having fun online, for children from 7 to 13. It is free, works without the internet, and collects nothing."));
    grown_heading(page, TR(texts, "about.itu", "Sango and ITU"));
    grown_text(page, TR(texts, "about.itu.text",
                        "Sango is the mascot of the Child Online Protection initiative of the International Telecommunication Union (ITU), and was invented by children. This game is not an official product of ITU until ITU approves it."));
    grown_heading(page, TR(texts, "about.licences", "Licences"));
    grown_text(page, TR(texts, "about.licences.text",
                        "Made by the Sango's Story contributors. Code: MIT. Words, drawings, sounds and music: CC BY 4.0. Fonts: SIL Open Font License. Small pictures: Fluent Emoji, Microsoft, MIT. The file CREDITS.md that comes with the game names everybody."));
    grown_heading(page, TR(texts, "about.help", "When a child tells you something"));
    grown_text(page, TR(texts, "about.help.text",
                        "Listen, stay calm, thank the child, promise no secrecy, and follow the safeguarding rules of your school. The page \"Helplines\" says who helps."));
}

Scene *grown_about_create(App *app)
{
    static const GrownKind kind = { .fill = fill_about };
    return grown_page_create(app, &kind, SV(""), 0);
}
