package app.keepsake.cli;

import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Catalog;
import app.keepsake.memories.ModelMeanings;
import app.keepsake.memories.SearchAnswer;
import app.keepsake.memories.SearchAnswer.Part;
import app.keepsake.memories.SearchAnswer.Sort;
import app.keepsake.operations.encoder.EncodedTexts;
import app.keepsake.operations.encoder.EncoderException;
import app.keepsake.operations.library.Settings;
import app.keepsake.operations.search.SearchLibrary;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "search",
        description =
                "Finds photos and clips: people, places, times, kinds of files, cameras, what pictures show and what is"
                        + " written in them. All words must fit; \"or\", \"without\" and quotes are understood. Nothing is"
                        + " kept of it.",
        mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "WORDS", description = "For example \"dogs in the snow last winter\".")
    private List<String> words = List.of();

    @Option(names = "--date", paramLabel = "D", description = "As of this day, like 2024-05-31 (default: today).")
    private @Nullable LocalDate date;

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "At most so many, the first ones (default: all).")
    private int most;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = output.out();
        try (Catalog catalog = output.openCatalog()) {
            SearchLibrary.Found found = found(catalog);
            SearchAnswer answer = found.answer();
            if (output.isToAProgram()) {
                found.pictures().forEach(view -> output.line(toJson(view, answer)));
            } else {
                found.pictures().forEach(view -> out.println(file(view)));
            }
            out.flush();
            PrintWriter err = output.err();
            answer.unknown().forEach(word -> err.printf("keepsake: Nothing here is called \"%s\".%n", word));
            if (!output.isToAProgram()) {
                err.printf(
                        "keepsake: %s%s.%n",
                        answer.total() == 1 ? "1 photo or clip" : answer.total() + " photos and clips",
                        answer.parts().isEmpty() ? "" : ": " + why(answer.parts()));
                int alike = answer.total() - answer.byWords();
                if (alike > 0) {
                    err.printf(
                            "keepsake: %s of them because of what they look like.%n",
                            alike == answer.total() ? "All" : "The last " + alike);
                }
            }
            err.flush();
        }
        return ExitCode.OK;
    }

    private SearchLibrary.Found found(Catalog catalog) throws IOException {
        String wanted = String.join(" ", words);
        LocalDate day = date == null ? LocalDate.now() : date;
        Optional<Settings.Encoder> encoder =
                EncoderCommand.settings(output.existing()).read().encoder();
        if (encoder.isPresent()) {
            try (EncodedTexts texts = new EncodedTexts(encoder.get())) {
                return new SearchLibrary(
                                catalog,
                                Locale.getDefault(),
                                new ModelMeanings(),
                                encoder.map(Settings.Encoder::version),
                                texts)
                        .of(wanted, day, most);
            } catch (EncoderException e) {
                output.err().printf("keepsake: %s%n", e.getMessage());
            }
        }
        return new SearchLibrary(catalog, Locale.getDefault(), new ModelMeanings()).of(wanted, day, most);
    }

    private static String file(AssetView view) {
        return view.files().stream().findFirst().map(Object::toString).orElse("");
    }

    /** What the words were taken for. */
    private static String why(List<Part> parts) {
        return parts.stream()
                .map(part -> (part.alternative() ? "or " : part.without() ? "without " : "") + label(part))
                .collect(Collectors.joining(", "));
    }

    private static String label(Part part) {
        return part.sort() == Sort.TEXT ? "text in the picture \"" + part.label() + "\"" : part.label();
    }

    private static Map<String, Object> toJson(AssetView view, SearchAnswer answer) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("file", file(view));
        told.put("hash", view.asset().hash().toString());
        view.asset().facts().knownTaken().ifPresent(when -> told.put("taken", when.toText()));
        told.put("why", answer.parts().stream().map(SearchCommand::toJson).toList());
        told.put("unknown", answer.unknown());
        return told;
    }

    private static Map<String, Object> toJson(Part part) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("is", part.sort().name().toLowerCase(Locale.ROOT));
        told.put("label", part.label());
        if (part.alternative()) {
            told.put("or", true);
        }
        if (part.without()) {
            told.put("without", true);
        }
        return told;
    }
}
