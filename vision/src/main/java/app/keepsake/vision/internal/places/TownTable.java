package app.keepsake.vision.internal.places;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Towns in columns, sorted by latitude. Immutable. */
public final class TownTable {
    private static final String TOWNS = "/app/keepsake/vision/places/cities.pbf";
    private static final String REGIONS = "/app/keepsake/vision/places/admin1.json";
    /** Parts of towns, and towns that are no more. */
    private static final Set<String> LEFT_OUT = Set.of("PPLX", "PPLL", "PPLQ", "PPLH", "PPLW", "PPLCH");

    private final float[] latitudes;
    private final float[] longitudes;
    private final int[] populations;
    private final int[] nameEnds;
    private final byte[] names;
    private final short[] areas;
    private final List<Area> areaList;

    /** A region of a country; towns of one region share it. */
    record Area(String country, Optional<String> region) {}

    private TownTable(Columns columns) {
        latitudes = columns.latitudes;
        longitudes = columns.longitudes;
        populations = columns.populations;
        nameEnds = columns.nameEnds;
        names = columns.names.toByteArray();
        areas = columns.areas;
        areaList = List.copyOf(columns.areaList);
    }

    /** Reads the table from this module's resources. */
    public static TownTable load() {
        Map<String, String> regions = new HashMap<>();
        for (JsonNode entry : JsonMapper.shared().readTree(resource(REGIONS))) {
            regions.put(entry.get("code").asString(), entry.get("name").asString());
        }
        byte[] data = resource(TOWNS);
        int count = 0;
        TownReader counting = new TownReader(data);
        while (counting.next()) {
            count++;
        }
        Columns columns = new Columns(count, regions);
        TownReader reading = new TownReader(data);
        while (reading.next()) {
            if (!LEFT_OUT.contains(reading.feature())) {
                columns.add(reading);
            }
        }
        return new TownTable(columns.sorted());
    }

    private static byte[] resource(String name) {
        try (@Nullable InputStream in = TownTable.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Expected the resource " + name + ", found none. Build again.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int size() {
        return latitudes.length;
    }

    /** The first town at or north of a latitude. */
    int firstFrom(double latitude) {
        int place = Arrays.binarySearch(latitudes, (float) latitude);
        return place >= 0 ? place : -place - 1;
    }

    double latitude(int town) {
        return latitudes[town];
    }

    double longitude(int town) {
        return longitudes[town];
    }

    int population(int town) {
        return populations[town];
    }

    Area area(int town) {
        return areaList.get(areas[town]);
    }

    String name(int town) {
        int start = town == 0 ? 0 : nameEnds[town - 1];
        return new String(names, start, nameEnds[town] - start, StandardCharsets.UTF_8);
    }

    /** The table while it is filled. */
    private static final class Columns {
        private final Map<String, String> regions;
        private final Map<String, Short> areaPlaces = new HashMap<>();
        private final List<Area> areaList = new ArrayList<>();
        private final float[] latitudes;
        private final float[] longitudes;
        private final int[] populations;
        private final int[] nameEnds;
        private final short[] areas;
        private final ByteArrayOutputStream names = new ByteArrayOutputStream();
        private int size;

        Columns(int capacity, Map<String, String> regions) {
            this.regions = regions;
            latitudes = new float[capacity];
            longitudes = new float[capacity];
            populations = new int[capacity];
            nameEnds = new int[capacity];
            areas = new short[capacity];
        }

        void add(TownReader town) {
            short area = areaPlaces.computeIfAbsent(town.country() + "." + town.region(), code -> {
                areaList.add(new Area(town.country(), Optional.ofNullable(regions.get(code))));
                return (short) (areaList.size() - 1);
            });
            append(
                    (float) town.latitude(),
                    (float) town.longitude(),
                    town.population(),
                    area,
                    town.name().getBytes(StandardCharsets.UTF_8));
        }

        private void append(float latitude, float longitude, int population, short area, byte[] name) {
            latitudes[size] = latitude;
            longitudes[size] = longitude;
            populations[size] = population;
            areas[size] = area;
            names.writeBytes(name);
            nameEnds[size++] = names.size();
        }

        Columns sorted() {
            byte[] unsortedNames = names.toByteArray();
            int[] order = IntStream.range(0, size)
                    .boxed()
                    .sorted((a, b) -> Float.compare(latitudes[a], latitudes[b]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            Columns sorted = new Columns(size, regions);
            sorted.areaList.addAll(areaList);
            for (int town : order) {
                int start = town == 0 ? 0 : nameEnds[town - 1];
                byte[] name = Arrays.copyOfRange(unsortedNames, start, nameEnds[town]);
                sorted.append(latitudes[town], longitudes[town], populations[town], areas[town], name);
            }
            return sorted;
        }
    }
}
