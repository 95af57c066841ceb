package app.keepsake.catalog.internal;

import app.keepsake.catalog.FileStamp;
import app.keepsake.catalog.IndexTask;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalLong;

/** What a task's row holds beside its file: four or five numbers as text, and nothing that could run when it is read. */
final class IndexTaskText implements Serializer {
    private static final int NEW_SIDECAR = 1;
    private static final int FRESH = 2;

    static String of(IndexTask task) {
        FileStamp stamp = task.stamp();
        int flags = (task.newSidecar() ? NEW_SIDECAR : 0) | (stamp.fresh() ? FRESH : 0);
        String text = "%d %d %d %d".formatted(stamp.size(), stamp.modifiedMillis(), stamp.sidecarMillis(), flags);
        return task.assetId().isPresent() ? text + " " + task.assetId().getAsLong() : text;
    }

    static IndexTask task(String file, String text) {
        String[] numbers = text.split(" ");
        int flags = Integer.parseInt(numbers[3]);
        return new IndexTask(
                Path.of(file),
                new FileStamp(
                        Long.parseLong(numbers[0]),
                        Long.parseLong(numbers[1]),
                        Long.parseLong(numbers[2]),
                        (flags & FRESH) != 0),
                (flags & NEW_SIDECAR) != 0,
                numbers.length > 4 ? OptionalLong.of(Long.parseLong(numbers[4])) : OptionalLong.empty());
    }

    @Override
    public byte[] serialize(Object data) {
        return ((String) data).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] bytes) {
        return type.cast(new String(bytes, StandardCharsets.UTF_8));
    }
}
