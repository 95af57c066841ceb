package app.keepsake.media.internal.metadata;

import app.keepsake.media.NamedRegion;
import app.keepsake.media.internal.Orientation;
import app.keepsake.media.internal.Sizes;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Named faces: regions of the Metadata Working Group (Guidelines for Handling Image Metadata 2.0, 5.9), or else those of
 * Microsoft's people tagging.
 */
final class XmpRegions {
    static final String MWG = "http://www.metadataworkinggroup.com/schemas/regions/";
    static final String AREA = "http://ns.adobe.com/xmp/sType/Area#";
    static final String DIMENSIONS = "http://ns.adobe.com/xap/1.0/sType/Dimensions#";
    private static final String MP = "http://ns.microsoft.com/photo/1.2/";
    private static final String MP_REGION = "http://ns.microsoft.com/photo/1.2/t/Region#";
    private static final int MOST = 200;

    private XmpRegions() {}

    static List<NamedRegion> read(XMPMeta xmp, Sizes stored, Orientation orientation) {
        try {
            List<NamedRegion> regions = workingGroup(xmp, stored, orientation);
            return regions.isEmpty() ? microsoft(xmp) : regions;
        } catch (XMPException | NumberFormatException e) {
            return List.of();
        }
    }

    private static List<NamedRegion> workingGroup(XMPMeta xmp, Sizes stored, Orientation orientation)
            throws XMPException {
        String list = "Regions/mwg-rs:RegionList";
        if (!xmp.doesPropertyExist(MWG, list)) {
            return List.of();
        }
        Orientation turn = alreadyUpright(xmp, stored, orientation) ? Orientation.NORMAL : orientation;
        List<NamedRegion> regions = new ArrayList<>();
        int count = Math.min(MOST, xmp.countArrayItems(MWG, list));
        for (int i = 1; i <= count; i++) {
            String item = list + "[" + i + "]";
            Optional<String> name = text(xmp, MWG, item + "/mwg-rs:Name");
            boolean face = text(xmp, MWG, item + "/mwg-rs:Type").orElse("Face").equals("Face");
            if (name.isEmpty() || !face) {
                continue;
            }
            double width = area(xmp, item, "w");
            double height = area(xmp, item, "h");
            double left = area(xmp, item, "x") - width / 2;
            double top = area(xmp, item, "y") - height / 2;
            add(regions, turn.apply(new NamedRegion(name.get(), left, top, width, height)));
        }
        return regions;
    }

    /**
     * Areas are told of the stored picture, but some programs tell them of the upright one; the dimensions that they
     * were applied to give this away.
     */
    static boolean alreadyUpright(XMPMeta xmp, Sizes stored, Orientation orientation) throws XMPException {
        String applied = "Regions/mwg-rs:AppliedToDimensions";
        if (!orientation.swapsSides() || !xmp.doesPropertyExist(MWG, applied)) {
            return false;
        }
        Optional<String> width = Optional.ofNullable(xmp.getStructField(MWG, applied, DIMENSIONS, "w"))
                .map(Object::toString);
        Optional<String> height = Optional.ofNullable(xmp.getStructField(MWG, applied, DIMENSIONS, "h"))
                .map(Object::toString);
        if (width.isEmpty() || height.isEmpty()) {
            return false;
        }
        double aspect = Double.parseDouble(width.get()) / Double.parseDouble(height.get());
        double own = (double) stored.width() / stored.height();
        return (aspect > 1) != (own > 1);
    }

    private static double area(XMPMeta xmp, String item, String field) throws XMPException {
        var value = xmp.getStructField(MWG, item + "/mwg-rs:Area", AREA, field);
        return value == null ? Double.NaN : Double.parseDouble(value.getValue());
    }

    /** Rectangles are left, top, width and height of the upright picture. */
    private static List<NamedRegion> microsoft(XMPMeta xmp) throws XMPException {
        String list = "RegionInfo/MPRI:Regions";
        if (!xmp.doesPropertyExist(MP, list)) {
            return List.of();
        }
        List<NamedRegion> regions = new ArrayList<>();
        int count = Math.min(MOST, xmp.countArrayItems(MP, list));
        for (int i = 1; i <= count; i++) {
            String item = list + "[" + i + "]";
            var name = xmp.getStructField(MP, item, MP_REGION, "PersonDisplayName");
            var rectangle = xmp.getStructField(MP, item, MP_REGION, "Rectangle");
            if (name == null || rectangle == null) {
                continue;
            }
            String[] sides = rectangle.getValue().split("[,|\\s]+", -1);
            if (sides.length == 4 && !name.getValue().isBlank()) {
                add(
                        regions,
                        new NamedRegion(
                                name.getValue().strip(),
                                Double.parseDouble(sides[0]),
                                Double.parseDouble(sides[1]),
                                Double.parseDouble(sides[2]),
                                Double.parseDouble(sides[3])));
            }
        }
        return regions;
    }

    private static void add(List<NamedRegion> regions, NamedRegion region) {
        double right = region.x() + region.width();
        double bottom = region.y() + region.height();
        boolean inside = region.x() > -0.5 && region.y() > -0.5 && right < 1.5 && bottom < 1.5;
        if (inside && region.width() > 0 && region.height() > 0) {
            double x = Math.max(0, region.x());
            double y = Math.max(0, region.y());
            regions.add(new NamedRegion(region.name(), x, y, Math.min(1, right) - x, Math.min(1, bottom) - y));
        }
    }

    /** A property's text, if there is any. */
    static Optional<String> text(XMPMeta xmp, String namespace, String path) {
        try {
            return Optional.ofNullable(xmp.getPropertyString(namespace, path))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty());
        } catch (XMPException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
