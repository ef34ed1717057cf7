#include "play.h"

#include "diag_list.h"

#include <stdio.h>

/* A story that is read and compiled, with stand-ins for the functions of the game. */

static YarnValue give_number(void *user, const YarnValue *args, size_t arg_count)
{
    (void)user;
    (void)args;
    (void)arg_count;
    return (YarnValue){ .type = YARN_TYPE_NUMBER, .as.number = 1 };
}

static YarnValue give_string(void *user, const YarnValue *args, size_t arg_count)
{
    (void)user;
    (void)args;
    (void)arg_count;
    return (YarnValue){ .type = YARN_TYPE_STRING, .as.string = SV("Star") };
}

static YarnValue give_bool(void *user, const YarnValue *args, size_t arg_count)
{
    (void)user;
    (void)args;
    (void)arg_count;
    return (YarnValue){ .type = YARN_TYPE_BOOL, .as.boolean = true };
}

static void stand_in(YarnFunction *function)
{
    function->call = function->result == YARN_TYPE_NUMBER ? give_number
                     : function->result == YARN_TYPE_BOOL ? give_bool
                                                          : give_string;
}

/* In place of what the set's functions call, which needs a running level. */
static bool replace_functions(ScriptSet *set)
{
    YarnFunction *all = ARENA_ARRAY(&set->arena, YarnFunction, set->function_count + 1);
    for (size_t i = 0; all && i < set->function_count; i++) {
        all[i] = set->functions[i];
        stand_in(&all[i]);
    }
    set->functions = all ? all : set->functions;
    return all != NULL;
}

static bool add_inferred(PlayStory *story)
{
    size_t count = yarn_program_inferred_count(story->program);
    story->inferred = ARENA_ARRAY(&story->set.arena, YarnFunction, count + 1);
    for (size_t i = 0; story->inferred && i < count; i++) {
        YarnInferred inferred = yarn_program_inferred(story->program, i);
        StrView name = arena_copy(&story->set.arena, inferred.name);
        if (!name.data) {
            return false;
        }
        /* Whatever number of arguments it was called with. */
        story->inferred[i] = (YarnFunction){
            .name = name.data, .result = inferred.result, .param_count = 1, .is_variadic = true
        };
        stand_in(&story->inferred[i]);
    }
    return story->inferred != NULL;
}

void play_story_close(PlayStory *story)
{
    yarn_vm_destroy(story->vm);
    yarn_program_destroy(story->program);
    script_set_release(&story->set);
}

Status play_story_open(PlayStory *story, const PlayOptions *options)
{
    DiagList diags;
    *story = (PlayStory){ 0 };
    diag_list_init(&diags, false);
    Status status = script_set_load(&story->set, options->path_count, options->paths, &diags.sink);
    if (status == STATUS_OK) {
        status = replace_functions(&story->set)
                     ? script_set_compile(&story->set, 0, &diags.sink, &story->program)
                     : STATUS_NOMEM;
    }
    if (status != STATUS_OK && status != STATUS_NOMEM) {
        fputs(diags.text.data, stdout);
    }
    if (status == STATUS_OK) {
        YarnVmOptions vm = { .program = story->program, .seed = options->seed, .functions = NULL };
        status = add_inferred(story) ? STATUS_OK : STATUS_NOMEM;
        vm.functions = story->inferred;
        vm.function_count = yarn_program_inferred_count(story->program);
        status = status == STATUS_OK ? yarn_vm_create(&vm, &story->vm) : status;
    }
    diag_list_release(&diags);
    return status;
}

void play_print_variables(Play *play)
{
    size_t count = yarn_program_variable_count(play->story.program);
    for (size_t i = 0; i < count; i++) {
        YarnValue value;
        StrView name = yarn_program_variable(play->story.program, i);
        if (!yarn_vm_get_variable(play->story.vm, name, &value)) {
            continue;
        }
        if (value.type == YARN_TYPE_STRING) {
            printf("  %.*s = \"%.*s\"\n", SV_ARG(name), SV_ARG(value.as.string));
        } else if (value.type == YARN_TYPE_NUMBER) {
            printf("  %.*s = %g\n", SV_ARG(name), (double)value.as.number);
        } else {
            printf("  %.*s = %s\n", SV_ARG(name), value.as.boolean ? "true" : "false");
        }
    }
    if (count == 0) {
        printf("  there are no variables\n");
    }
}
