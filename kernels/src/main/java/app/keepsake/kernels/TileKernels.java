package app.keepsake.kernels;

import java.util.ArrayList;
import java.util.List;

/** Products of panels of pixels and packed weights. */
final class TileKernels {
    private static final Code ROWS = Code.of("static final int ROWS = L == 8 ? ${narrow} : ${wide};");

    private TileKernels() {}

    static KernelClass all() {
        List<Code> members = new ArrayList<>();
        members.add(ROWS.with("narrow", Panels.NARROW).with("wide", Panels.WIDE));
        for (Ending ending : Ending.values()) {
            for (int panel : Panels.ROWS) {
                members.add(new Tile(panel, 1, 1, ending).method());
                members.add(new Tile(panel, 2, 1, ending).method());
                members.add(new Tile(panel, 1, 2, ending).method());
            }
            members.add(new TileChoice("single", 1, 1, ending).method());
            members.add(new TileChoice("twin", 2, 1, ending).method());
            members.add(new TileChoice("pair", 1, 2, ending).method());
        }
        return new KernelClass(
                "Tiles",
                "Products of packed rows and packed columns, one method for each block of registers.",
                members);
    }
}
