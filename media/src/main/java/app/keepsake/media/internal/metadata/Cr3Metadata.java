package app.keepsake.media.internal.metadata;

import app.keepsake.media.internal.raw.Cr3;
import app.keepsake.media.internal.structure.Window;
import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.ExifTiffHandler;
import com.drew.metadata.exif.GpsDirectory;
import java.io.IOException;

/** EXIF in Canon's CR3, where each of its directories is a TIFF structure of its own. */
final class Cr3Metadata {
    private Cr3Metadata() {}

    static Metadata read(Window file) throws IOException, TiffProcessingException {
        Metadata metadata = new Metadata();
        for (Cr3.Note note : Cr3.read(file).notes()) {
            byte[] bytes = file.bytes(note.at(), note.length());
            switch (note.about()) {
                case CAMERA -> read(bytes, metadata, ExifIFD0Directory.class);
                case EXIF -> read(bytes, metadata, ExifSubIFDDirectory.class);
                case PLACE -> read(bytes, metadata, GpsDirectory.class);
                // What is wanted of makers' notes, Canon's do not have; packets are read for themselves.
                case MAKER, XMP -> {}
            }
        }
        return metadata;
    }

    private static void read(byte[] bytes, Metadata into, Class<? extends Directory> kind)
            throws IOException, TiffProcessingException {
        new TiffReader().processTiff(new ByteArrayReader(bytes), new Part(into, kind), 0);
    }

    /** Takes a structure's first directory for one of another kind. */
    private static final class Part extends ExifTiffHandler {
        private final Class<? extends Directory> kind;

        Part(Metadata metadata, Class<? extends Directory> kind) {
            super(metadata, null, 0);
            this.kind = kind;
        }

        @Override
        public void setTiffMarker(int marker) {
            pushDirectory(kind);
        }
    }
}
