package app.keepsake.cli;

import app.keepsake.media.GeoPoint;
import app.keepsake.media.MediaException;
import app.keepsake.media.MediaInfo;
import app.keepsake.media.MediaReader;
import app.keepsake.media.Movement;
import app.keepsake.media.PlaceClaim;
import app.keepsake.media.TimeClaim;
import app.keepsake.vision.TimeZones;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "info",
        description = "Tells what is read from the metadata and sidecars of photos and clips.",
        mixinStandardHelpOptions = true)
final class InfoCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Photos and clips.")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "One JSON object a line, for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        boolean partial = false;
        for (Path file : files) {
            try {
                Map<String, Object> told = toJson(file, MediaReader.read(file).onWallClock(TimeZones::of));
                if (json) {
                    out.println(Json.line(told));
                } else {
                    told.forEach((name, value) -> out.printf("%-14s %s%n", name, value));
                    out.println();
                }
            } catch (MediaException e) {
                spec.commandLine().getErr().println(e.getMessage());
                partial = true;
            }
            out.flush();
        }
        return partial ? ExitCode.PARTIAL : ExitCode.OK;
    }

    private static Map<String, Object> toJson(Path file, MediaInfo info) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("file", file.toString());
        told.put("type", info.type().name());
        told.put("width", info.width());
        told.put("height", info.height());
        if (info.type().isVideo()) {
            told.put("seconds", info.duration().toMillis() / 1000.0);
            told.put("hasAudio", info.hasAudio());
        }
        info.capturedAt().ifPresent(time -> told.put("capturedAt", time.toString()));
        info.utcOffset().map(ZoneOffset::getId).ifPresent(offset -> told.put("utcOffset", offset));
        info.timeSource().ifPresent(source -> told.put("timeSource", source));
        info.location().ifPresent(point -> told.put("location", coordinates(point)));
        info.camera().ifPresent(camera -> told.put("camera", camera));
        info.livePhotoId().ifPresent(id -> told.put("livePhotoId", id));
        info.burstId().ifPresent(id -> told.put("burstId", id));
        info.details().hdr().ifPresent(kind -> told.put("hdr", lowerCase(kind)));
        if (info.details().pages() > 1) {
            told.put("pages", info.details().pages());
        }
        if (info.details().smallPreview()) {
            told.put("smallPreview", true);
        }
        info.movement().ifPresent(movement -> told.put("movement", movement(movement)));
        told.put("favourite", info.favourite());
        told.put("hidden", info.hidden());
        told.put("scanned", info.scanned());
        if (!info.regions().isEmpty()) {
            told.put("people", info.regions());
        }
        told.put("claims", info.claims().stream().map(InfoCommand::claim).toList());
        if (!info.places().isEmpty()) {
            told.put("places", info.places().stream().map(InfoCommand::claim).toList());
        }
        return told;
    }

    private static Map<String, Object> movement(Movement movement) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("where", movement.inset().isPresent() ? "in the file" : "in a file beside it");
        movement.inset().ifPresent(inset -> {
            told.put("offset", inset.offset());
            told.put("length", inset.length());
        });
        told.put("width", movement.width());
        told.put("height", movement.height());
        told.put("seconds", movement.length().toMillis() / 1000.0);
        told.put("still", movement.still().toMillis() / 1000.0);
        told.put("hasAudio", movement.hasAudio());
        return told;
    }

    private static Map<String, Object> claim(TimeClaim claim) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("time", claim.local().toString());
        told.put("precision", lowerCase(claim.precision()));
        told.put("zone", claim.onlyUtc() ? "only UTC" : claim.hasZone() ? "told" : "unknown");
        claim.offset().map(ZoneOffset::getId).ifPresent(offset -> told.put("utcOffset", offset));
        told.put("source", claim.source().title());
        told.put("trust", claim.doubted() ? "doubted" : lowerCase(claim.source().trust()));
        return told;
    }

    private static Map<String, Object> claim(PlaceClaim claim) {
        Map<String, Object> told = new LinkedHashMap<>(coordinates(claim.point()));
        told.put("source", claim.source().title());
        told.put("trust", lowerCase(claim.source().trust()));
        return told;
    }

    private static String lowerCase(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Double> coordinates(GeoPoint point) {
        Map<String, Double> coordinates = new LinkedHashMap<>();
        coordinates.put("latitude", point.latitude());
        coordinates.put("longitude", point.longitude());
        return coordinates;
    }
}
