package app.keepsake.server.internal.api;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.Doubts;
import app.keepsake.catalog.Memory;
import app.keepsake.catalog.Person;
import app.keepsake.catalog.Pets;
import app.keepsake.memories.Retelling;
import app.keepsake.server.internal.access.Access;
import app.keepsake.server.internal.http.RangedFile;
import app.keepsake.server.internal.wire.Problem;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What requests ask about, and whether who asks may be told. */
final class Requests {
    /** For what no browser may keep. */
    static final String NEVER_KEPT = "no-store";

    private final Catalog catalog;
    private final Retelling memories;
    private final Access access;

    Requests(Catalog catalog, Retelling memories, Access access) {
        this.catalog = catalog;
        this.memories = memories;
        this.access = access;
    }

    static long number(Context context, String parameter) {
        try {
            return Long.parseLong(context.pathParam(parameter));
        } catch (NumberFormatException e) {
            throw Problem.notFound("a number", context.pathParam(parameter));
        }
    }

    /** @throws Problem also when it is hidden, and the password was not given again */
    Asset asset(Context context) {
        return visible(context, number(context, "asset"));
    }

    /** @throws Problem as {@link #asset} does */
    Asset visible(Context context, long number) {
        Asset asset = catalog.assets().find(number).orElseThrow(() -> Problem.notFound("a photo or clip", number));
        if (isHidden(asset)) {
            allowHidden(context);
        }
        return asset;
    }

    /** All that is known of it, which takes several times as long to find. */
    AssetView assetView(Context context) {
        long id = asset(context).id();
        return catalog.assets().view(id).orElseThrow(() -> Problem.notFound("a photo or clip", id));
    }

    Person person(Context context) {
        long id = number(context, "person");
        return catalog.people().find(id).orElseThrow(() -> Problem.notFound("a person", id));
    }

    Memory memory(Context context) {
        String id = context.pathParam("memory");
        return find(id).orElseThrow(() -> Problem.notFound("a memory", id));
    }

    /** A memory as it may be shown. */
    Optional<Memory> find(String memory) {
        return memories.find(memory);
    }

    /** Whether a picture is to be seen only by who gave the password again. */
    boolean isHidden(Asset asset) {
        return catalog.assets().isHidden(asset);
    }

    /** Whom to ask about, by pictures on which nobody else is hidden either. */
    List<Doubts.Doubt> questions() {
        return catalog.doubts().open().stream()
                .filter(doubt -> areSeen(doubt.one().assetId(), doubt.other().assetId()))
                .toList();
    }

    /** Which animals to ask about, by pictures on which nobody is hidden. */
    List<Pets.Question> petQuestions() {
        return catalog.pets().questions().stream()
                .filter(question ->
                        areSeen(question.pet().assetId(), question.animal().assetId()))
                .toList();
    }

    private boolean areSeen(long... assets) {
        return Arrays.stream(assets)
                .allMatch(number -> catalog.assets()
                        .find(number)
                        .filter(asset -> !isHidden(asset))
                        .isPresent());
    }

    /** Whether what is hidden may be told. */
    boolean isProven(Context context) {
        return access.isProven(context.cookie(DoorRoutes.COOKIE));
    }

    /**
     * Answers with something hidden, which no browser may keep.
     *
     * @throws Problem when the password was not given again
     */
    void allowHidden(Context context) {
        if (!isProven(context)) {
            throw new Problem(403, "hidden", "This is hidden. Give the password again to see it.");
        }
        context.header("Cache-Control", NEVER_KEPT);
    }

    /** Browsers ask each time: what they hold may have been hidden meanwhile. */
    RangedFile.Keeping keeping(Asset asset) {
        return isHidden(asset) ? RangedFile.Keeping.NEVER : RangedFile.Keeping.ASKING;
    }

    /** Whether an asset may still be seen that an answer shows. */
    BooleanSupplier seen(Context context, Asset asset) {
        boolean proven = isProven(context);
        return () -> proven
                || catalog.assets()
                        .find(asset.id())
                        .filter(now -> !isHidden(now))
                        .isPresent();
    }
}
