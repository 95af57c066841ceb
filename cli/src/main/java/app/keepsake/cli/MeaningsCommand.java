package app.keepsake.cli;

import app.keepsake.memories.Meanings;
import app.keepsake.memories.ModelMeanings;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Meanings meanings = new ModelMeanings();
        Questions questions = Questions.of(System.in);
        Optional<String> line = questions.next();
        while (line.isPresent()) {
            JsonNode question = JsonMapper.shared().readTree(line.get());
            List<String> tags = new ArrayList<>();
            question.path("tags").forEach(tag -> tags.add(tag.asString("")));
            List<String> meant =
                    meanings.of(question.path("words").asString(""), tags).orElse(List.of());
            out.println("{\"ok\":true,\"tags\":" + JsonMapper.shared().writeValueAsString(meant) + "}");
            out.flush();
            line = questions.next();
        }
        return ExitCode.OK;
    }
}
