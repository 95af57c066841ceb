package app.keepsake.server.internal.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import oshi.SystemInfo;
import oshi.hardware.PowerSource;

/** Whether the machine has room for work that nobody waits for. */
final class Conditions {
    private static final double BUSY_PER_CORE = 1.5;
    private static final long LEAST_DISK_BYTES = 2L << 30;
    private static final double HOT_CELSIUS = 90;

    private final Path root;

    Conditions(Path root) {
        this.root = root;
    }

    /** Why to wait; empty when nothing speaks against work. Each is a word: "battery", "load", "disk" or "heat". */
    List<String> against() {
        List<String> reasons = new ArrayList<>();
        // Made anew each time, so that an idle service holds nothing of it.
        SystemInfo system = new SystemInfo();
        for (PowerSource source : system.getHardware().getPowerSources()) {
            if (source.isDischarging() && !source.isPowerOnLine()) {
                reasons.add("battery");
                break;
            }
        }
        double load = system.getHardware().getProcessor().getSystemLoadAverage(1)[0];
        if (load > BUSY_PER_CORE * Runtime.getRuntime().availableProcessors()) {
            reasons.add("load");
        }
        if (freeBytes() < LEAST_DISK_BYTES) {
            reasons.add("disk");
        }
        if (system.getHardware().getSensors().getCpuTemperature() > HOT_CELSIUS) {
            reasons.add("heat");
        }
        return List.copyOf(reasons);
    }

    private long freeBytes() {
        try {
            return Files.getFileStore(root).getUsableSpace();
        } catch (IOException gone) {
            return 0;
        }
    }
}
