package app.keepsake.testbed.immich;

import app.keepsake.testbed.immich.ImmichShapes.HeldAlbum;
import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;

/** A stand-in for an Immich server on a free port of this machine. Simulated: no Immich runs here. Thread-safe. */
public final class StandInImmich implements AutoCloseable {
    /** The key that is known. */
    public static final String KEY = "the-key-of-the-stand-in";

    /** Who owns what the key shows. */
    public static final String ME = ImmichShapes.ME;

    private final int major;
    private final Map<String, HeldAsset> assets = new LinkedHashMap<>();
    private final Map<String, HeldAlbum> albums = new LinkedHashMap<>();
    private final Map<String, String> people = new ConcurrentHashMap<>();
    private final Map<String, byte[]> uploads = new ConcurrentHashMap<>();
    private final Map<String, List<String>> memories = new ConcurrentHashMap<>();
    private final List<String> breaches = new CopyOnWriteArrayList<>();
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final Faults faults = new Faults();
    private final Random random = new Random(20261130);
    private final AtomicLong lastTick = new AtomicLong();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Set<String> permissions = Set.of("all");
    private volatile int previewWidth = ImmichShapes.WIDTH;
    private volatile Dimension originals = new Dimension(ImmichShapes.WIDTH, ImmichShapes.HEIGHT);
    private byte[] clip = new byte[0];

    /**
     * A request and its answer, of which the first of each operation are kept.
     *
     * @param operation as "POST /search/metadata"
     * @param names of the parameters, or of the parts of a form
     * @param request JSON; empty without a body
     * @param answer JSON; empty without a body
     */
    public record Exchange(String operation, List<String> names, String request, String answer) {}

    private StandInImmich(int major) throws IOException {
        this.major = major;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", new ImmichDoor(this, major));
    }

    /** @param major version, 1 to 3 */
    public static StandInImmich start(int major) throws IOException {
        StandInImmich started = new StandInImmich(major);
        started.server.start();
        return started;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public Faults faults() {
        return faults;
    }

    /** Lets the key do this alone; "all" for all. */
    public void permit(String... allowed) {
        permissions = Set.of(allowed);
    }

    Set<String> permissions() {
        return permissions;
    }

    /** How wide previews are; as Immich makes them at first, 1,440 pixels. */
    public void previewWidth(int pixels) {
        previewWidth = pixels;
    }

    /** How large originals are, which is that of previews at first; another shape than 4:3 is cut there. */
    public void originals(int width, int height) {
        originals = new Dimension(width, height);
    }

    Dimension originals() {
        return originals;
    }

    /** What all clips are. */
    public void clip(byte[] bytes) {
        clip = bytes.clone();
    }

    byte[] clip() {
        return clip;
    }

    /** What was not as the API describes it. */
    public List<String> breaches() {
        return List.copyOf(breaches);
    }

    void breach(String what) {
        breaches.add(what);
    }

    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    void note(String operation, List<String> names, String request, String answer) {
        if (asked.merge(operation, 1, Integer::sum) <= 3) {
            exchanges.add(new Exchange(operation, List.copyOf(names), request, answer));
        }
    }

    /** How often an operation was asked for, as "GET /faces". */
    public int asked(String operation) {
        return asked.getOrDefault(operation, 0);
    }

    /** Forgets how often what was asked for. */
    public void forgetAsked() {
        asked.clear();
    }

    /** A new moment, later than all before. */
    Instant now() {
        long millis = Clock.systemUTC().millis();
        return Instant.ofEpochMilli(lastTick.updateAndGet(last -> Math.max(last + 1, millis)));
    }

    private synchronized String newId() {
        return new UUID(random.nextLong(), random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L).toString();
    }

    /** @return a photo that is there now */
    public HeldAsset add(String name, LocalDateTime local) {
        return add(name, false, local);
    }

    /** @return a clip that is there now */
    public HeldAsset addClip(String name, LocalDateTime local) {
        return add(name, true, local);
    }

    private HeldAsset add(String name, boolean video, LocalDateTime local) {
        return put(new HeldAsset(
                newId(),
                ME,
                name,
                video,
                local,
                ZoneOffset.ofHours(2),
                now(),
                "timeline",
                false,
                false,
                Optional.empty(),
                "",
                List.of(),
                0));
    }

    /** Adds so many photos of twenty years, which were changed long ago; one in ten shows somebody. */
    public synchronized void addMany(int count) {
        String anna = person("Anna");
        LocalDateTime first = LocalDateTime.of(2005, 1, 1, 12, 0);
        for (int i = 0; i < count; i++) {
            HeldAsset held = new HeldAsset(
                    newId(),
                    ME,
                    "IMG_%05d.JPG".formatted(i),
                    false,
                    first.plusMinutes(i * 20L * 365 * 24 * 60 / count),
                    ZoneOffset.ofHours(1),
                    Instant.parse("2026-01-01T00:00:00Z").plusMillis(i),
                    "timeline",
                    false,
                    i % 50 == 0,
                    i % 2 == 0 ? Optional.of(new double[] {48 + i % 100 / 100.0, 11}) : Optional.empty(),
                    i % 7 == 0 ? "A day at the lake" : "",
                    i % 10 == 0 ? List.of(new HeldAsset.HeldFace(anna, 100, 100, 300, 350)) : List.of(),
                    i);
            assets.put(held.id(), held);
        }
    }

    private synchronized HeldAsset put(HeldAsset held) {
        assets.put(held.id(), held);
        return held;
    }

    /** Changes an asset. */
    public synchronized void change(String id, UnaryOperator<HeldAsset> change) {
        HeldAsset before = assets.get(id);
        if (before != null) {
            assets.put(id, change.apply(before).at(now()));
        }
    }

    /** Deletes an asset for good, which tells nobody. */
    public synchronized void delete(String id) {
        assets.remove(id);
    }

    public synchronized Optional<HeldAsset> find(String id) {
        return Optional.ofNullable(assets.get(id));
    }

    public synchronized List<HeldAsset> all() {
        return new ArrayList<>(assets.values());
    }

    /** @return the id of somebody with that name */
    public String person(String name) {
        String id = newId();
        people.put(id, name);
        return id;
    }

    /** Names somebody otherwise, which changes no asset. */
    public void rename(String person, String name) {
        people.put(person, name);
    }

    public Map<String, String> people() {
        return people;
    }

    /** @return the id of an album */
    public synchronized String album(String title, String owner, boolean shared, List<String> ids) {
        String id = newId();
        albums.put(id, new HeldAlbum(id, owner, title, "", shared, List.copyOf(ids), now()));
        return id;
    }

    /** Puts assets into an album. */
    public synchronized boolean addTo(String album, List<String> ids) {
        HeldAlbum held = albums.get(album);
        if (held == null) {
            return false;
        }
        List<String> more = new ArrayList<>(held.assets());
        more.addAll(ids);
        albums.put(
                album,
                new HeldAlbum(album, held.owner(), held.title(), held.description(), held.shared(), more, now()));
        return true;
    }

    synchronized List<HeldAlbum> albums() {
        return new ArrayList<>(albums.values());
    }

    /** The titles of albums with what is in them. */
    public synchronized Map<String, List<String>> contents() {
        Map<String, List<String>> contents = new LinkedHashMap<>();
        albums.values().forEach(album -> contents.put(album.title(), album.assets()));
        return contents;
    }

    /** Memories that were written, with their assets. */
    public Map<String, List<String>> memories() {
        return memories;
    }

    /** @return the id of what was uploaded, and whether it is new */
    synchronized Map.Entry<String, Boolean> upload(String name, String visibility, byte[] bytes) {
        for (Map.Entry<String, byte[]> known : uploads.entrySet()) {
            if (java.util.Arrays.equals(known.getValue(), bytes)) {
                return Map.entry(known.getKey(), false);
            }
        }
        HeldAsset held = addClip(name, LocalDateTime.of(2026, 11, 30, 12, 0));
        change(held.id(), one -> one.seenAs(visibility, false));
        uploads.put(held.id(), bytes);
        return Map.entry(held.id(), true);
    }

    String remember(List<String> ids) {
        String id = newId();
        memories.put(id, ids);
        return id;
    }

    /** A picture of a colour of its own. */
    byte[] picture(HeldAsset held, Dimension size) {
        int width = size.width;
        int height = size.height;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        int seed = (held.id() + held.picture()).hashCode();
        canvas.setColor(new Color(seed & 0xFFFFFF));
        canvas.fillRect(0, 0, width, height);
        canvas.setColor(Color.WHITE);
        canvas.fillOval(Math.floorMod(seed, width / 2), height / 3, width / 5, height / 4);
        canvas.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            boolean written = ImageIO.write(image, "jpg", out);
            if (!written) {
                throw new IllegalStateException("Each Java platform writes JPEG.");
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Dimension preview() {
        return new Dimension(previewWidth, previewWidth * ImmichShapes.HEIGHT / ImmichShapes.WIDTH);
    }

    int major() {
        return major;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
