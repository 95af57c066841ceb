package app.keepsake.cli;

import app.keepsake.catalog.Box;
import app.keepsake.catalog.Catalog;
import app.keepsake.catalog.People;
import app.keepsake.catalog.People.FaceInLibrary;
import app.keepsake.catalog.Person;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Lists people, those with the most photos first. */
record PeopleListing(Catalog catalog, PrintWriter out) {
    private record Listed(Person person, List<FaceInLibrary> faces, long photos) {}

    void list(boolean all, boolean json) {
        List<Listed> people = catalog.people().all().stream()
                .map(person -> listed(person, catalog.people().faces(person.id())))
                .filter(one -> !one.faces().isEmpty())
                .filter(one -> all || isListed(one))
                .sorted(Comparator.comparingLong(Listed::photos)
                        .reversed()
                        .thenComparing(one -> one.person().id()))
                .toList();
        for (Listed one : people) {
            if (json) {
                out.println(Json.line(toJson(one)));
            } else {
                out.printf(
                        "#%-5d %-24s %5d photos%s%n",
                        one.person().id(),
                        one.person().name().orElse("(no name)"),
                        one.photos(),
                        (one.person().pet() ? ", a pet" : "") + (one.person().hidden() ? ", hidden" : ""));
            }
        }
        if (!json) {
            tellRest(people.isEmpty(), all);
        }
    }

    private void tellRest(boolean isEmpty, boolean all) {
        People.Unsorted unsorted = catalog.people().unsorted();
        if (isEmpty && unsorted.faces() + unsorted.passersBy() == 0) {
            out.println("Nobody yet. Index folders with photos of people first.");
            return;
        }
        if (unsorted.passersBy() > 0 && !all) {
            out.printf(
                    "Not listed: %d without a name in fewer than %d photos (--all lists them).%n",
                    unsorted.passersBy(), People.FEW_PICTURES);
        }
        if (unsorted.faces() > 0) {
            out.printf("Not sorted: %d faces that are nobody's, too unclear to tell or none.%n", unsorted.faces());
        }
        int doubts = catalog.doubts().open().size();
        if (doubts > 0) {
            out.printf("Not sure: %d pairs that may be one person. \"keepsake people ask\" asks you.%n", doubts);
        }
        int animals = catalog.pets().questions().size();
        if (animals > 0) {
            out.printf("Not sure: %d animals that may be a pet. \"keepsake people ask\" asks you.%n", animals);
        }
    }

    private static Listed listed(Person person, List<FaceInLibrary> faces) {
        long photos = faces.stream().map(FaceInLibrary::assetId).distinct().count();
        return new Listed(person, faces, photos);
    }

    private static boolean isListed(Listed one) {
        return !one.person().hidden() && (one.person().name().isPresent() || one.photos() >= People.FEW_PICTURES);
    }

    private Map<String, Object> toJson(Listed one) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", one.person().id());
        told.put("name", one.person().name().orElse(null));
        told.put("hidden", one.person().hidden());
        told.put("pet", one.person().pet());
        told.put("photos", one.photos());
        told.put("keyFace", key(one));
        told.put("faces", one.faces().stream().map(this::toJson).toList());
        return told;
    }

    private static long key(Listed one) {
        return one.person()
                .keyFaceId()
                .orElseGet(() -> one.faces().stream()
                        .map(FaceInLibrary::face)
                        .max(Comparator.comparingDouble(face ->
                                face.quality().orElse(0) * Math.sqrt(face.box().area())))
                        .orElseThrow()
                        .id());
    }

    private Map<String, Object> toJson(FaceInLibrary face) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("face", face.face().id());
        told.put(
                "files",
                catalog.files().holding(face.assetId()).stream()
                        .filter(file -> !file.missing())
                        .map(file -> Objects.toString(file.path()))
                        .toList());
        Box box = face.face().box();
        told.put("box", List.of(rounded(box.x()), rounded(box.y()), rounded(box.width()), rounded(box.height())));
        face.face().quality().ifPresent(value -> told.put("quality", rounded(value)));
        face.face().smile().ifPresent(value -> told.put("smile", rounded(value)));
        face.face().eyesOpen().ifPresent(value -> told.put("eyesOpen", rounded(value)));
        return told;
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
