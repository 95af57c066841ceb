package app.keepsake.simulator;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetFace;
import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Box;
import app.keepsake.catalog.ContentHash;
import app.keepsake.catalog.DateDoubt;
import app.keepsake.catalog.Dating;
import app.keepsake.catalog.Flag;
import app.keepsake.catalog.Location;
import app.keepsake.catalog.Place;
import app.keepsake.catalog.Quality;
import app.keepsake.catalog.Tag;
import app.keepsake.catalog.Taken;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Composes what a catalog knows of one asset. Photos with different numbers look different. */
public final class Photo {
    public static final Spot BERLIN = new Spot(52.52, 13.405, "Berlin", "Berlin", "DE");
    public static final Spot LISBON = new Spot(38.7223, -9.1393, "Lisbon", "Lisboa", "PT");
    public static final Spot SINTRA = new Spot(38.8029, -9.3817, "Sintra", "Lisboa", "PT");
    public static final Spot PORTO = new Spot(41.1579, -8.6291, "Porto", "Porto", "PT");
    public static final Spot MADRID = new Spot(40.4168, -3.7038, "Madrid", "Madrid", "ES");

    /** A place with its names. */
    public record Spot(double latitude, double longitude, String town, String region, String country) {}

    private final long number;
    private LocalDateTime at;
    private Optional<Spot> spot = Optional.empty();
    private String folder = "/photos";
    private boolean clip;
    private boolean favourite;
    private boolean hidden;
    private String timeSource = "EXIF";
    private Dating dating = Dating.EXACT;
    private Optional<String> burst = Optional.empty();
    private Optional<String> live = Optional.empty();
    private double quality = 0.6;
    private double sharpness = 0.8;
    private double exposure = 0.8;
    private long look;
    private int width = 4000;
    private int height = 3000;
    private double smile;
    private final List<Long> faces = new ArrayList<>();
    private final Map<Long, String> pets = new TreeMap<>();
    private final List<Tag> tags = new ArrayList<>();
    private final List<Flag> flags = new ArrayList<>();

    private Photo(long number, LocalDateTime at) {
        this.number = number;
        this.at = at;
        // Multiplying by a large odd number scatters the bits, so that neighbours in number differ in half of them.
        this.look = (number + 1) * 0x9E3779B97F4A7C15L;
    }

    public static Photo of(long number, LocalDateTime at) {
        return new Photo(number, at);
    }

    public Photo in(Spot where) {
        spot = Optional.of(where);
        return this;
    }

    public Photo folder(String path) {
        folder = path;
        return this;
    }

    public Photo clip() {
        clip = true;
        return this;
    }

    public Photo favourite() {
        favourite = true;
        return this;
    }

    public Photo hidden() {
        hidden = true;
        return this;
    }

    /** It is only known to have been taken then, and not more of the time. */
    public Photo roughly(Taken when) {
        at = when.at();
        dating = new Dating(when.precision(), when.until(), dating.doubt(), dating.scanned());
        return this;
    }

    /** A scanner made it. */
    public Photo scanned() {
        dating = dating.ofScanner();
        return this;
    }

    /** Its date may be wrong. */
    public Photo doubted(DateDoubt why) {
        dating = dating.doubted(why);
        return this;
    }

    /** Only the file's own time is known. */
    public Photo undated() {
        timeSource = "file time";
        return this;
    }

    public Photo burst(String id) {
        burst = Optional.of(id);
        return this;
    }

    public Photo live(String id) {
        live = Optional.of(id);
        return this;
    }

    public Photo quality(double value) {
        quality = value;
        return this;
    }

    public Photo sharpness(double value) {
        sharpness = value;
        return this;
    }

    public Photo exposure(double value) {
        exposure = value;
        return this;
    }

    public Photo look(long bits) {
        look = bits;
        return this;
    }

    /** Of so many pixels. */
    public Photo sized(int across, int down) {
        width = across;
        height = down;
        return this;
    }

    public Photo upright() {
        width = 3000;
        height = 4000;
        return this;
    }

    /** Adds a face of somebody; 0 is nobody known. */
    public Photo face(long person) {
        faces.add(person);
        return this;
    }

    public Photo smiling() {
        smile = 0.9;
        return this;
    }

    /** An animal that is a pet, as its owner said. */
    public Photo pet(long number, String kind) {
        pets.put(number, kind);
        return this;
    }

    public Photo tag(String name) {
        tags.add(new Tag(name, 0.9, "test"));
        return this;
    }

    public Photo flag(Flag.Kind kind, double probability) {
        flags.add(new Flag(kind, probability, "looks like a " + kind));
        return this;
    }

    public AssetView view() {
        List<AssetFace> boxes = new ArrayList<>();
        for (int i = 0; i < faces.size(); i++) {
            OptionalLong person = faces.get(i) == 0 ? OptionalLong.empty() : OptionalLong.of(faces.get(i));
            boxes.add(new AssetFace(
                    number * 100 + i,
                    new Box(0.1 + 0.2 * i, 0.2, 0.1, 0.15),
                    0.95,
                    OptionalDouble.empty(),
                    OptionalDouble.of(smile),
                    OptionalDouble.empty(),
                    Optional.empty(),
                    person,
                    Optional.empty()));
        }
        pets.forEach((pet, kind) -> boxes.add(new AssetFace(
                number * 100 + boxes.size(),
                new Box(0.4, 0.5, 0.4, 0.4),
                0.8,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                OptionalLong.of(pet),
                Optional.empty(),
                Optional.of(kind))));
        return new AssetView(
                new Asset(number, hash(number), facts()),
                List.of(Path.of(folder, "IMG_" + number + (clip ? ".mp4" : ".jpg"))),
                boxes,
                Optional.of(new Quality(quality, sharpness, exposure, 0.5, 0.5, look, 0, Optional.empty())),
                tags,
                flags,
                Map.of());
    }

    public static ContentHash hash(long number) {
        return ContentHash.ofContent(("asset " + number).getBytes(StandardCharsets.UTF_8));
    }

    /** What the file tells. */
    public AssetFacts facts() {
        AssetFacts file = clip
                ? AssetFacts.clip("MP4", width, height, Duration.ofSeconds(12), true)
                : AssetFacts.photo("JPEG", width, height);
        AssetFacts taken = file.takenAt(at, timeSource)
                .together(live, burst)
                .marked(favourite, hidden)
                .dated(dating);
        return spot.map(where -> taken.takenIn(
                        new Location(where.latitude(), where.longitude()),
                        new Place(where.town(), where.region(), where.country())))
                .orElse(taken);
    }
}
