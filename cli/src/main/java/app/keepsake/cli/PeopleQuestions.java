package app.keepsake.cli;

import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Doubts;
import app.keepsake.catalog.Doubts.Doubt;
import app.keepsake.catalog.Doubts.Someone;
import app.keepsake.catalog.Pets;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine;

/** Asks which people are one. */
record PeopleQuestions(Catalog catalog, PrintWriter out) {
    /** @throws CommandLine.ParameterException when the text is no answer */
    static Doubts.Answer answer(CommandLine command, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes" -> Doubts.Answer.SAME;
            case "no" -> Doubts.Answer.DIFFERENT;
            case "unsure" -> Doubts.Answer.UNSURE;
            default ->
                throw new CommandLine.ParameterException(
                        command, "Expected yes, no or unsure, found \"%s\".".formatted(text));
        };
    }

    void list(boolean json) {
        List<Pets.Question> animals = catalog.pets().questions();
        animals.forEach(question -> tell(question, json));
        List<Doubt> doubts = catalog.doubts().open();
        for (Doubt doubt : doubts) {
            if (json) {
                out.println(Json.line(toJson(doubt)));
            } else {
                out.printf(
                        "Are these one person?  keepsake people ask %d %d yes|no|unsure%n    %s%n    %s%n",
                        doubt.one().faceId(), doubt.other().faceId(), line(doubt.one()), line(doubt.other()));
            }
        }
        if (doubts.isEmpty() && animals.isEmpty() && !json) {
            out.println("No questions.");
        }
    }

    private void tell(Pets.Question question, boolean json) {
        Someone animal = new Someone(
                question.animal().faceId(),
                question.animal().assetId(),
                question.animal().box(),
                0,
                Optional.empty());
        if (json) {
            Map<String, Object> told = toJson(new Doubt(question.pet(), animal, question.likeness()));
            told.put("pet", true);
            out.println(Json.line(told));
        } else {
            out.printf(
                    "Is this %s?  keepsake people ask %d %d yes|no|unsure%n    %s%n    %s%n",
                    question.pet().name().orElse(""),
                    question.pet().faceId(),
                    animal.faceId(),
                    line(question.pet()),
                    "a %s in %s".formatted(question.animal().kind(), file(animal)));
        }
    }

    private String line(Someone someone) {
        return "#%d %s, in %s".formatted(someone.personId(), someone.name().orElse("(no name)"), file(someone));
    }

    private String file(Someone someone) {
        return files(someone).stream().findFirst().map(Object::toString).orElse("a photo");
    }

    private List<Path> files(Someone someone) {
        return catalog.files().holding(someone.assetId()).stream()
                .filter(file -> !file.missing())
                .map(file -> file.path())
                .toList();
    }

    private Map<String, Object> toJson(Doubt doubt) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("one", toJson(doubt.one()));
        told.put("other", toJson(doubt.other()));
        told.put("likeness", Math.round(doubt.likeness() * 1000) / 1000.0);
        return told;
    }

    private Map<String, Object> toJson(Someone someone) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("face", someone.faceId());
        told.put("person", someone.personId());
        told.put("name", someone.name().orElse(null));
        told.put("files", files(someone).stream().map(Objects::toString).toList());
        return told;
    }
}
