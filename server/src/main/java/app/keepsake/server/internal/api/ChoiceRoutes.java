package app.keepsake.server.internal.api;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.Subject;
import app.keepsake.catalog.SubjectText;
import app.keepsake.operations.choices.Aftermath;
import app.keepsake.operations.choices.ChangeChoices;
import app.keepsake.server.internal.wire.Json;
import app.keepsake.server.internal.wire.Problem;
import app.keepsake.server.internal.wire.SchemaName;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the user said about what memories may show. */
final class ChoiceRoutes {
    private final Catalog catalog;
    private final Requests requests;
    private final ChangeChoices changes;

    ChoiceRoutes(Catalog catalog, Requests requests, Aftermath aftermath) {
        this.catalog = catalog;
        this.requests = requests;
        this.changes = new ChangeChoices(catalog, aftermath);
    }

    /**
     * @param subject for example "person:Anna", as people read it
     * @param asset of a choice about one photo or clip, where it is known here
     */
    @SchemaName("ChoiceChoiceTold")
    record ChoiceView(
            long id,
            String stance,
            String subject,
            String note,
            String at,
            @Nullable Long asset) {}

    /**
     * Those in force.
     *
     * @param hidden how many more there are, about somebody or something hidden, of which nothing is told until the
     *     password is given again
     */
    record All(List<ChoiceView> choices, int hidden) {}

    /** A choice to make; {@code note} may be empty. */
    record Wanted(String stance, String subject, String note) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/choices", "The choices in force.", All.class, this::all),
                Endpoint.post("/api/choices", "Makes a choice.", Wanted.class, ChoiceView.class, this::add),
                Endpoint.delete("/api/choices/{choice}", "Takes a choice back.", this::remove));
    }

    /** Who is hidden has no name for who did not give the password again. */
    private SubjectText subjects(Context context) {
        boolean proven = requests.isProven(context);
        return new SubjectText(catalog.people().all().stream()
                .filter(person -> proven || !person.hidden())
                .toList());
    }

    private boolean isHidden(Subject subject) {
        return switch (subject) {
            case Subject.OfPerson(long id) -> isHidden(id);
            case Subject.OfPair(long first, long second) -> isHidden(first) || isHidden(second);
            case Subject.OfAsset(ContentHash hash) ->
                catalog.assets().find(hash).filter(requests::isHidden).isPresent();
            default -> false;
        };
    }

    private boolean isHidden(long person) {
        return catalog.people().find(person).filter(Person::hidden).isPresent();
    }

    /** @throws Problem when the subject is hidden, and the password was not given again */
    private void allow(Subject subject, Context context) {
        if (isHidden(subject)) {
            requests.allowHidden(context);
        }
    }

    private ChoiceView view(Choice choice, SubjectText subjects) {
        return new ChoiceView(
                choice.id(),
                choice.stance().name().toLowerCase(Locale.ROOT),
                subjects.write(choice.subject()),
                choice.note(),
                choice.at().toString(),
                choice.subject() instanceof Subject.OfAsset(ContentHash hash)
                        ? catalog.assets().find(hash).map(Asset::id).orElse(null)
                        : null);
    }

    private List<ChoiceView> view(List<Choice> choices, SubjectText subjects) {
        return choices.stream().map(choice -> view(choice, subjects)).toList();
    }

    private All all(Context context) {
        SubjectText subjects = subjects(context);
        List<Choice> all = catalog.choices().all();
        List<Choice> hidden =
                all.stream().filter(choice -> isHidden(choice.subject())).toList();
        if (requests.isProven(context)) {
            if (!hidden.isEmpty()) {
                context.header("Cache-Control", Requests.NEVER_KEPT);
            }
            return new All(view(all, subjects), 0);
        }
        List<Choice> others =
                all.stream().filter(choice -> !hidden.contains(choice)).toList();
        return new All(view(others, subjects), hidden.size());
    }

    private ChoiceView add(Context context) {
        Wanted wanted = Json.read(context.bodyAsBytes(), Wanted.class);
        try {
            Choice.Stance stance = Choice.Stance.parse(wanted.stance());
            Subject subject = subjects(context).read(wanted.subject());
            allow(subject, context);
            ChangeChoices.Made made = changes.add(stance, subject, wanted.note());
            return view(made.choices().getFirst(), subjects(context));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(String.valueOf(e.getMessage()));
        }
    }

    private @Nullable Object remove(Context context) {
        long id = Requests.number(context, "choice");
        catalog.choices().all().stream()
                .filter(choice -> choice.id() == id)
                .forEach(choice -> allow(choice.subject(), context));
        if (changes.remove(id).isEmpty()) {
            throw Problem.notFound("a choice in force", id);
        }
        return null;
    }
}
