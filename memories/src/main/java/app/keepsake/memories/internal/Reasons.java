package app.keepsake.memories.internal;

import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Choice;
import app.keepsake.catalog.InForce;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Shot;
import app.keepsake.catalog.Subject;
import app.keepsake.memories.Explanation;
import app.keepsake.memories.Explanation.Reason;
import app.keepsake.memories.Item;
import app.keepsake.memories.Library;
import app.keepsake.memories.internal.group.Departures.Departure;
import app.keepsake.memories.internal.kinds.Draft;
import app.keepsake.memories.internal.kinds.TellingContext;
import app.keepsake.memories.internal.rules.Rules;
import app.keepsake.memories.internal.select.Worth;
import app.keepsake.memories.internal.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells why pictures are, or are not, in a memory. */
public final class Reasons {
    private final TellingContext context;

    public Reasons(TellingContext context) {
        this.context = context;
    }

    public Explanation explain(Draft draft, Memory memory) {
        List<Reason> chosen = memory.shots().stream()
                .map(shot -> new Reason(shot.assetId(), shot.reason(), true))
                .toList();
        Set<Long> ids = new HashSet<>();
        memory.shots().stream().map(Shot::assetId).forEach(ids::add);
        Set<Integer> chosenGroups = new HashSet<>();
        draft.source().stream()
                .filter(item -> ids.contains(item.id()))
                .forEach(
                        item -> chosenGroups.add(context.analysis().duplicates().group(item)));
        Set<Item> showable = new HashSet<>(context.showable(draft));
        List<Reason> others = new ArrayList<>();
        for (Item item : draft.source()) {
            if (!ids.contains(item.id())) {
                others.add(new Reason(item.id(), whyNot(item, showable, chosenGroups), context.isAllowed(item)));
            }
        }
        return new Explanation(memory, draft.why(), chosen, others);
    }

    private String whyNot(Item item, Set<Item> showable, Set<Integer> chosenGroups) {
        Words words = context.words();
        Optional<String> ruled = whyNot(item, context.rules(), words);
        Optional<Departure> departed = context.departureOn(item);
        if (ruled.isPresent()) {
            return ruled.get();
        }
        if (departed.isPresent()) {
            return words.text(
                    "not.departed",
                    Integer.toString(
                            LocalDate.ofEpochDay(departed.get().lastDay()).getYear()));
        }
        if (context.isDated(item) && item.day().isAfter(context.today())) {
            return words.text("not.future");
        }
        if (!Worth.isFit(item)) {
            return words.text(Worth.isBlurred(item) ? "not.blurred" : "not.exposed");
        }
        if (chosenGroups.contains(context.analysis().duplicates().group(item))) {
            return words.text("not.duplicate");
        }
        return words.text(showable.contains(item) ? "not.less" : "not.similar");
    }

    private static Optional<String> whyNot(Item item, Rules rules, Words words) {
        if (rules.isKeptOut(item)) {
            return Optional.of(
                    item.flag() == null
                                    || (item.hidden()
                                            && item.mundane() < Rules.LIKELY
                                            && item.sensitive() < Rules.LIKELY)
                            ? words.text("not.hidden")
                            : words.text("not.flag", words.text("flag." + item.flag())));
        }
        Optional<Choice> choice = rules.forbidding(item);
        if (choice.isPresent()) {
            return Optional.of(said(choice.get(), words));
        }
        return rules.allows(item) ? Optional.empty() : Optional.of(words.text("not.folder"));
    }

    /** A choice as a reason. */
    public static String said(Choice never, Words words) {
        if (never.stance() == Choice.Stance.HIDE) {
            return words.text("not.hidden");
        }
        if (never.id() != InForce.IMPLIED) {
            return switch (never.subject()) {
                case Subject.OfAsset photo -> words.text("not.photo");
                case Subject.OfPerson person -> words.text("not.person");
                case Subject.OfPair pair -> words.text("not.person");
                default -> words.text("not.choice", which(never.subject()));
            };
        }
        return words.text(never.subject() instanceof Subject.OfPerson ? "not.person" : "not.unsettled");
    }

    /** What a choice is about, without what sort of thing that is. */
    private static String which(Subject subject) {
        String text = subject.toText();
        return text.substring(text.indexOf(':') + 1);
    }

    /** The choice that says never to show this, if there is one. */
    public static Optional<Choice> forbidding(AssetView asset, Rules rules) {
        return new Library.Builder(List.of())
                .add(asset).build().all().stream()
                        .flatMap(item -> rules.forbidding(item).stream())
                        .findFirst();
    }

    /** Why not to show an asset alone, by choices, flags and whether it is there. */
    public static Optional<String> whyNot(AssetView asset, Rules rules, Words words) {
        List<Item> items = new Library.Builder(List.of()).add(asset).build().all();
        return items.isEmpty() ? Optional.of(words.text("not.gone")) : whyNot(items.getFirst(), rules, words);
    }
}
