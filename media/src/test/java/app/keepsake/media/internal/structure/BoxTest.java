package app.keepsake.media.internal.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class BoxTest {
    private static final String INNER = "\0\0\0\u0008free\0\0\0\u000bdateabc";

    private static Window file(String bytes) {
        return Window.of(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void findsABoxInABox() throws IOException {
        Window file = file("\0\0\0\u001bmoov" + INNER);
        assertThat(Box.all(file).child(file, "moov")).contains(new Box("moov", 8, 27));
        assertThat(Box.all(file).child(file, "moov", "date")).contains(new Box("date", 24, 27));
        assertThat(Box.all(file).child(file, "date")).isEmpty();
    }

    @Test
    void readsLongLengthsAndThoseThatAreNotTold() throws IOException {
        Window wide = file("\0\0\0\u0001moov\0\0\0\0\0\0\0\u0023" + INNER);
        assertThat(Box.at(wide, 0, wide.size())).contains(new Box("moov", 16, 35));
        Window open = file("\0\0\0\0moov" + INNER);
        assertThat(Box.all(open).child(open, "moov", "date")).contains(new Box("date", 24, 27));
    }

    @Test
    void findsNothingBehindWhatIsDamaged() throws IOException {
        for (String told : new String[] {"\0\0\0\u0007", "\0\0\0\u001c", "\u00ff\u00ff\u00ff\u00ff"}) {
            Window file = file(told + "moov" + INNER);
            assertThat(Box.at(file, 0, file.size())).isEmpty();
            assertThat(Box.all(file).child(file, "date")).isEmpty();
        }
        for (long length : new long[] {15, 36, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            byte[] bytes = new byte[35];
            ByteBuffer.wrap(bytes).putInt(1).putInt(0x6d6f_6f76).putLong(length);
            assertThat(Box.at(Window.of(bytes), 0, 35)).isEmpty();
        }
    }
}
