package app.keepsake.cli;

import app.keepsake.memories.Meanings;
import app.keepsake.memories.ModelMeanings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "meanings",
        hidden = true,
        description =
                "Tells the service what words mean: reads words and tags as lines of JSON, answers each by those of"
                        + " the tags that mean about the same.",
        mixinStandardHelpOptions = true)
final class MeaningsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Meanings meanings = new ModelMeanings();
        Questions.of(System.in).answer(spec.commandLine().getOut(), question -> {
            List<String> tags = new ArrayList<>();
            question.path("tags").forEach(tag -> tags.add(tag.asString("")));
            return Map.of(
                    "ok",
                    true,
                    "tags",
                    meanings.of(question.path("words").asString(""), tags).orElse(List.of()));
        });
        return ExitCode.OK;
    }
}
