package app.keepsake.operations.takeout;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The parts of one export that could be opened, until it is closed. */
final class OpenParts implements AutoCloseable {
    private final List<ZipPart> parts = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /** Opens ZIPs; one that cannot be read is a problem. */
    void open(Collection<Path> zips) {
        for (Path zip : zips) {
            try {
                ZipPart part = ZipPart.open(zip);
                parts.add(part);
                problems.addAll(part.problems());
            } catch (IOException e) {
                problems.add(new Problem(zip, "", String.valueOf(e.getMessage())));
            }
        }
    }

    List<ZipPart> all() {
        return parts;
    }

    List<Problem> problems() {
        return problems;
    }

    @Override
    public void close() throws IOException {
        for (ZipPart part : parts) {
            part.close();
        }
    }
}
