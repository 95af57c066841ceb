package app.keepsake.server.internal.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import oshi.SystemInfo;
import oshi.hardware.PowerSource;

/** Whether the machine has room for work that nobody waits for. */
final class Conditions {
    private static final double BUSY_PER_CORE = 1.5;
    private static final long LEAST_DISK_BYTES = 2L << 30;
    private static final double HOT_CELSIUS = 90;

    private final Supplier<Readings> machine;

    /**
     * What the machine's instruments say.
     *
     * @param battery whether it runs on battery
     * @param load how many processes want a core, as a mean of the last minute; negative when that is not known
     * @param freeBytes of the disk that the library is on
     * @param celsius of the processor; 0 when that is not known
     */
    record Readings(boolean battery, double load, int cores, long freeBytes, double celsius) {}

    /** @param machine is asked each time */
    Conditions(Supplier<Readings> machine) {
        this.machine = machine;
    }

    /** Those of this machine, and of the disk with a folder. */
    static Conditions of(Path folder) {
        return new Conditions(() -> read(folder));
    }

    /** Why to wait; empty when nothing speaks against work. Each is a word: "battery", "load", "disk" or "heat". */
    List<String> against() {
        Readings now = machine.get();
        List<String> reasons = new ArrayList<>();
        if (now.battery) {
            reasons.add("battery");
        }
        if (now.load > BUSY_PER_CORE * now.cores) {
            reasons.add("load");
        }
        if (now.freeBytes < LEAST_DISK_BYTES) {
            reasons.add("disk");
        }
        if (now.celsius > HOT_CELSIUS) {
            reasons.add("heat");
        }
        return List.copyOf(reasons);
    }

    /** Made anew each time, so that an idle service holds nothing of it. */
    private static Readings read(Path folder) {
        SystemInfo system = new SystemInfo();
        boolean battery = false;
        for (PowerSource source : system.getHardware().getPowerSources()) {
            battery |= source.isDischarging() && !source.isPowerOnLine();
        }
        return new Readings(
                battery,
                system.getHardware().getProcessor().getSystemLoadAverage(1)[0],
                Runtime.getRuntime().availableProcessors(),
                freeBytes(folder),
                system.getHardware().getSensors().getCpuTemperature());
    }

    private static long freeBytes(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException gone) {
            return 0;
        }
    }
}
