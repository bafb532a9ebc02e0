package ganglion.scenario.explore.run;

import ganglion.scenario.explore.TrialRecord;
import ganglion.scenario.explore.space.Configuration;
import ganglion.scenario.explore.trial.Device;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names of the folders of points: device and network. No two networks of a search get the same one, nor such
 * as differ in capital letters only.
 */
final class PointNames {

    private static final String AS_IT_IS = "as-it-is";
    private static final String TRIAL = "trial-";

    private final Map<String, String> others = new HashMap<>();

    /**
     * Names for a search.
     *
     * @param compared experiments that the search compares with
     * @param devices those of the search
     */
    PointNames(List<Configuration> compared, List<Device> devices) {
        Set<String> taken = new HashSet<>();
        devices.forEach(device -> taken.add(folder(device, AS_IT_IS).toLowerCase(Locale.ROOT)));
        for (Configuration other : compared) {
            String plain = plain(fileName(other.experiment()));
            String name = plain;
            for (int number = 2; isTaken(name, devices, taken); number++) {
                name = plain + "." + number;
            }
            for (Device device : devices) {
                taken.add(folder(device, name).toLowerCase(Locale.ROOT));
            }
            others.put(other.experiment(), name);
        }
    }

    private static boolean isTaken(String name, List<Device> devices, Set<String> taken) {
        return devices.stream()
                .map(device -> folder(device, name).toLowerCase(Locale.ROOT))
                .anyMatch(folder -> taken.contains(folder) || folder.matches(".*-" + TRIAL + "[0-9]+"));
    }

    private static String fileName(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static String plain(String text) {
        return text.replaceAll("[^A-Za-z0-9.-]+", "-");
    }

    private static String folder(Device device, String network) {
        return plain(device.name()) + "-" + network;
    }

    /** The name of a network on a device. */
    String of(TrialRecord trial, Device device) {
        Configuration configuration = trial.configuration();
        if (!configuration.isAsItIs()) {
            return folder(device, TRIAL + trial.number());
        }
        return folder(device, others.getOrDefault(configuration.experiment(), AS_IT_IS));
    }
}
