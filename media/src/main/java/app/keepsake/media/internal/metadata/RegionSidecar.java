package app.keepsake.media.internal.metadata;

import app.keepsake.media.MediaException;
import app.keepsake.media.NamedRegion;
import app.keepsake.media.internal.Orientation;
import app.keepsake.media.internal.Sizes;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.options.PropertyOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Adds regions of the Metadata Working Group (Guidelines 2.0, 5.9) to a sidecar, as {@link XmpRegions} reads them. */
public final class RegionSidecar {
    private static final String LIST = "Regions/mwg-rs:RegionList";
    /** Boxes that overlap more are around the same face. */
    private static final double SAME_FACE = 0.3;

    private RegionSidecar() {}

    /** See {@link app.keepsake.media.RegionWriter#write}. */
    public static boolean add(Path photo, Sizes stored, Orientation orientation, List<NamedRegion> regions)
            throws MediaException {
        return SidecarFile.change(photo, xmp -> {
            List<NamedRegion> there = XmpRegions.read(xmp, stored, orientation);
            List<NamedRegion> lacking = regions.stream()
                    .filter(region -> there.stream().noneMatch(other -> overlap(region, other) >= SAME_FACE))
                    .toList();
            if (!lacking.isEmpty()) {
                append(xmp, stored, orientation, lacking);
            }
            return !lacking.isEmpty();
        });
    }

    private static void append(XMPMeta xmp, Sizes stored, Orientation orientation, List<NamedRegion> regions)
            throws XMPException {
        XMPMetaFactory.getSchemaRegistry().registerNamespace(XmpRegions.MWG, "mwg-rs");
        XMPMetaFactory.getSchemaRegistry().registerNamespace(XmpRegions.AREA, "stArea");
        XMPMetaFactory.getSchemaRegistry().registerNamespace(XmpRegions.DIMENSIONS, "stDim");
        Orientation told = orientation;
        if (xmp.doesPropertyExist(XmpRegions.MWG, "Regions/mwg-rs:AppliedToDimensions")) {
            told = XmpRegions.alreadyUpright(xmp, stored, orientation) ? Orientation.NORMAL : orientation;
        } else {
            String applied = "Regions/mwg-rs:AppliedToDimensions";
            xmp.setStructField(XmpRegions.MWG, applied, XmpRegions.DIMENSIONS, "w", Integer.toString(stored.width()));
            xmp.setStructField(XmpRegions.MWG, applied, XmpRegions.DIMENSIONS, "h", Integer.toString(stored.height()));
            xmp.setStructField(XmpRegions.MWG, applied, XmpRegions.DIMENSIONS, "unit", "pixel");
        }
        for (NamedRegion region : regions) {
            append(xmp, told.undo(region));
        }
    }

    private static void append(XMPMeta xmp, NamedRegion region) throws XMPException {
        xmp.appendArrayItem(
                XmpRegions.MWG,
                LIST,
                new PropertyOptions().setArray(true),
                null,
                new PropertyOptions().setStruct(true));
        String item = LIST + "[last()]";
        xmp.setStructField(XmpRegions.MWG, item, XmpRegions.MWG, "Name", region.name());
        xmp.setStructField(XmpRegions.MWG, item, XmpRegions.MWG, "Type", "Face");
        String area = item + "/mwg-rs:Area";
        field(xmp, area, "x", region.x() + region.width() / 2);
        field(xmp, area, "y", region.y() + region.height() / 2);
        field(xmp, area, "w", region.width());
        field(xmp, area, "h", region.height());
        xmp.setStructField(XmpRegions.MWG, area, XmpRegions.AREA, "unit", "normalized");
    }

    private static void field(XMPMeta xmp, String area, String name, double value) throws XMPException {
        xmp.setStructField(XmpRegions.MWG, area, XmpRegions.AREA, name, String.format(Locale.ROOT, "%.6f", value));
    }

    private static double overlap(NamedRegion a, NamedRegion b) {
        double across = Math.min(a.x() + a.width(), b.x() + b.width()) - Math.max(a.x(), b.x());
        double down = Math.min(a.y() + a.height(), b.y() + b.height()) - Math.max(a.y(), b.y());
        if (across <= 0 || down <= 0) {
            return 0;
        }
        return across * down / (a.width() * a.height() + b.width() * b.height() - across * down);
    }
}
