package app.keepsake.server.internal.pictures;

import app.keepsake.catalog.Asset;
import app.keepsake.catalog.AssetFacts;
import app.keepsake.catalog.AssetView;
import app.keepsake.catalog.Box;
import app.keepsake.catalog.Quality;
import app.keepsake.server.Program;
import app.keepsake.server.internal.disk.Originals;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Small pictures, made when they are asked for and kept in a folder of limited size, of which those go first that were
 * not looked at for longest. Safe for use by several threads.
 */
public final class Thumbnails implements AutoCloseable {
    public static final String TYPE = "image/webp";

    private static final long MEGABYTE = 1 << 20;
    private static final int PRUNE_EACH = 200;
    private static final double KEEP = 0.8;
    private static final Duration USED_WITHIN = Duration.ofHours(1);
    private static final double FACE_MARGIN = 0.6;
    private static final Duration QUICK = Duration.ofSeconds(4);
    private static final Duration PATIENT = Duration.ofSeconds(30);
    private static final long LARGE_PIXELS = 30_000_000;

    private static final Failure NOT_TRIED = new Failure(Failure.Kind.SLOW, "");

    private final Path folder;
    private final IntSupplier megabytes;
    private final Originals originals;
    /** Most pictures take less than a second; one that takes longer goes to the other lane, where it holds up none of them. */
    private final ThumbnailWorker quick;

    private final ThumbnailWorker patient;
    private final ConcurrentMap<Path, CompletableFuture<Optional<Failure>>> inHand = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("thumbnails").daemon().factory());
    private int made;

    /** How large a picture is: the longer side in pixels. */
    public enum Size {
        GRID(400),
        VIEW(1600);

        private final int longSide;

        Size(int longSide) {
            this.longSide = longSide;
        }
    }

    /** @param megabytes what the folder may take, asked now and then */
    public Thumbnails(Program program, Path folder, IntSupplier megabytes, Originals originals) throws IOException {
        this.originals = originals;
        this.folder = Files.createDirectories(folder);
        this.megabytes = megabytes;
        Supplier<List<String>> command = () -> program.command("", Program.Part.THUMBNAILS);
        this.quick = new ThumbnailWorker(command, QUICK);
        this.patient = new ThumbnailWorker(command, PATIENT);
        boolean ignored = timer.scheduleWithFixedDelay(
                        () -> {
                            quick.rest();
                            patient.rest();
                        },
                        30,
                        30,
                        TimeUnit.SECONDS)
                .isDone();
    }

    /** The picture of a whole asset, where there is one. */
    public Optional<Path> find(Asset asset, Size size) throws IOException {
        return known(file(asset, "", size.longSide));
    }

    private Path file(Asset asset, String suffix, int longSide) {
        String hash = asset.hash().toString();
        return folder.resolve(hash.substring(0, 2)).resolve(hash + "-" + longSide + suffix + ".webp");
    }

    /** Notes that it was looked at, but not each time: that would write to the disk whenever somebody looks. */
    private static Optional<Path> known(Path file) throws IOException {
        try {
            Instant usedAt = Files.getLastModifiedTime(file).toInstant();
            if (usedAt.plus(USED_WITHIN).isBefore(Instant.now())) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            }
            return Optional.of(file);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    /** An asset, whole. */
    public Path of(AssetView asset, Size size) throws IOException {
        return make(asset, "", size.longSide, Optional.empty());
    }

    /** A square around a face. */
    public Path of(AssetView asset, Box face) throws IOException {
        int width = Math.max(1, asset.asset().facts().width());
        int height = Math.max(1, asset.asset().facts().height());
        double side = Math.max(face.width() * width, face.height() * height) * (1 + FACE_MARGIN);
        double x = (face.x() + face.width() / 2) * width - side / 2;
        double y = (face.y() + face.height() / 2) * height - side / 2;
        double[] square = {x / width, y / height, side / width, side / height};
        String name = "-%d-%d".formatted(Math.round(face.x() * 10_000), Math.round(face.y() * 10_000));
        return make(asset, name, 256, Optional.of(square));
    }

    private Path make(AssetView asset, String suffix, int longSide, Optional<double[]> square) throws IOException {
        Path file = file(asset.asset(), suffix, longSide);
        Optional<Path> known = known(file);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<String> failed = Failures.of(file);
        if (failed.isPresent()) {
            throw new IOException(failed.get());
        }
        Path original = originals.find(asset.asset().id());
        Files.createDirectories(file.getParent());
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("file", original.toString());
        request.put("clip", asset.asset().facts().clip());
        request.put("second", second(asset));
        request.put("longSide", longSide);
        square.ifPresent(crop -> request.put("crop", crop));
        request.put("out", file.toString());
        Optional<Failure> failure = once(file, () -> make(request, file, isLarge(asset)));
        if (failure.isPresent()) {
            throw new IOException(failure.get().reason());
        }
        prune();
        return file;
    }

    /** Who asks for what is being made waits for that. */
    private Optional<Failure> once(Path file, Callable<Optional<Failure>> making) throws IOException {
        CompletableFuture<Optional<Failure>> own = new CompletableFuture<>();
        CompletableFuture<Optional<Failure>> others = inHand.putIfAbsent(file, own);
        if (others != null) {
            try {
                return others.join();
            } catch (CompletionException e) {
                throw new IOException(e.getCause());
            }
        }
        try {
            Optional<Failure> made = making.call();
            own.complete(made);
            return made;
        } catch (IOException | RuntimeException e) {
            own.completeExceptionally(e);
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            inHand.remove(file, own);
        }
    }

    private Optional<Failure> make(Map<String, Object> request, Path file, boolean large) throws IOException {
        Optional<Failure> failure = large ? Optional.of(NOT_TRIED) : quick.make(request);
        if (failure.filter(one -> one.kind() == Failure.Kind.SLOW).isPresent()) {
            failure = patient.make(request);
        }
        if (failure.isPresent()) {
            Failures.remember(file, failure.get());
        }
        return failure;
    }

    private static boolean isLarge(AssetView asset) {
        AssetFacts facts = asset.asset().facts();
        return facts.clip() || (long) facts.width() * facts.height() > LARGE_PIXELS;
    }

    private static double second(AssetView asset) {
        return asset.quality()
                .flatMap(Quality::bestSpan)
                .map(span -> span.start().plus(span.end()).toMillis() / 2000.0)
                .orElse(0.0);
    }

    /** A file in the folder. */
    record Kept(Path file, long bytes, FileTime usedAt) {}

    /** All files below a folder, without those that go meanwhile, as parts of pictures do that are made. */
    static List<Kept> kept(Path folder) throws IOException {
        List<Kept> all = new ArrayList<>();
        Path ignored = Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes now) {
                if (now.isRegularFile()) {
                    all.add(new Kept(file, now.size(), now.lastModifiedTime()));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        return all;
    }

    private synchronized void prune() throws IOException {
        if (++made % PRUNE_EACH != 0) {
            return;
        }
        List<Kept> all = kept(folder);
        long sum = all.stream().mapToLong(Kept::bytes).sum();
        long limit = megabytes.getAsInt() * MEGABYTE;
        if (sum <= limit) {
            return;
        }
        all.sort(Comparator.comparing(Kept::usedAt));
        for (Kept kept : all) {
            if (sum <= limit * KEEP) {
                break;
            }
            Files.deleteIfExists(kept.file);
            sum -= kept.bytes;
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        quick.close();
        patient.close();
    }
}
