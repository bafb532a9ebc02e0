package ganglion.benchmarks;

import java.util.Arrays;
import java.util.List;

/**
 * What one process found out.
 *
 * @param benchmark name of the benchmark
 * @param synapses number of synapses
 * @param spikes spikes of one run, inputs included
 * @param synapticEvents weights applied in one run
 * @param modelSeconds time that one run simulates
 * @param buildSeconds time to build network and cores, once, in a cold process
 * @param runSeconds time of each run but the first, which warms up
 * @param bytesPerSynapse heap that network and cores take, neurons included
 * @param peakMebibytes largest resident memory of the process; 0 if the system does not tell
 * @param verdict whether the spikes are those that are expected
 */
record MeasuredRuns(
        String benchmark,
        long synapses,
        long spikes,
        long synapticEvents,
        double modelSeconds,
        double buildSeconds,
        List<Double> runSeconds,
        double bytesPerSynapse,
        double peakMebibytes,
        String verdict) {

    double medianRunSeconds() {
        return median(runSeconds);
    }

    double eventsPerSecond() {
        return synapticEvents / medianRunSeconds();
    }

    static double median(List<Double> numbers) {
        double[] sorted = numbers.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
