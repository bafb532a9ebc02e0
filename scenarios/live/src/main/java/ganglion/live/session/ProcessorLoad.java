package ganglion.live.session;

import java.lang.management.ManagementFactory;

/** The share of a processor that this process takes. Not thread safe. */
final class ProcessorLoad {

    private final com.sun.management.OperatingSystemMXBean system;
    private long lastWork;
    private long lastTime;

    ProcessorLoad() {
        this.system =
                ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean known
                        ? known
                        : null;
        sinceLast();
    }

    /** Processor time over time since the last call; NaN if the system does not tell. */
    double sinceLast() {
        long work = system == null ? -1 : system.getProcessCpuTime();
        long time = System.nanoTime();
        double load = work < 0 || time == lastTime ? Double.NaN : (double) (work - lastWork) / (time - lastTime);
        lastWork = work;
        lastTime = time;
        return load;
    }
}
