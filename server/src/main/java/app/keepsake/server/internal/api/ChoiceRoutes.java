package app.keepsake.server.internal.api;

import app.keepsake.catalog.Choice;
import app.keepsake.catalog.Subject;
import app.keepsake.catalog.SubjectText;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the user said about what memories may show. */
final class ChoiceRoutes {
    private final Service service;

    ChoiceRoutes(Service service) {
        this.service = service;
    }

    /** @param subject for example "person:Anna", as people read it */
    record ChoiceTold(long id, String stance, String subject, String note, String at) {}

    /** Those in force. */
    record All(List<ChoiceTold> choices) {}

    /** A choice to make; {@code note} may be empty. */
    record Wanted(String stance, String subject, String note) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/choices", "The choices in force.", All.class, this::all),
                Endpoint.post("/api/choices", "Makes a choice.", Wanted.class, ChoiceTold.class, this::add),
                Endpoint.delete("/api/choices/{choice}", "Takes a choice back.", this::remove));
    }

    private SubjectText subjects() {
        return new SubjectText(service.catalog().people().all());
    }

    private static ChoiceTold told(Choice choice, SubjectText subjects) {
        return new ChoiceTold(
                choice.id(),
                choice.stance().name().toLowerCase(Locale.ROOT),
                subjects.write(choice.subject()),
                choice.note(),
                choice.at().toString());
    }

    private All all(Context context) {
        SubjectText subjects = subjects();
        return new All(service.catalog().choices().all().stream()
                .map(choice -> told(choice, subjects))
                .toList());
    }

    private ChoiceTold add(Context context) {
        Wanted wanted = Json.read(context.bodyAsBytes(), Wanted.class);
        try {
            Choice.Stance stance = Choice.Stance.parse(wanted.stance());
            Subject subject = subjects().read(wanted.subject());
            Choice choice = service.catalog().choices().add(stance, subject, wanted.note());
            service.choicesChanged();
            return told(choice, subjects());
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(String.valueOf(e.getMessage()));
        }
    }

    private @Nullable Object remove(Context context) {
        long id = Names.number(context, "choice");
        if (!service.catalog().choices().remove(id)) {
            throw Problem.notFound("a choice in force", id);
        }
        service.choicesChanged();
        return null;
    }
}
