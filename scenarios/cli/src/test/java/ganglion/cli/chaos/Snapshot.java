package ganglion.cli.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The files below a folder.
 *
 * @param bits checksum of what is the same in every run, by the name of the file relative to the folder; folders end in a slash
 * @param unfinished folders, ending in a slash, whose result says that it is incomplete
 */
record Snapshot(SortedMap<String, String> bits, Set<String> unfinished) {

    static Snapshot of(Path folder) throws IOException {
        SortedMap<String, String> bits = new TreeMap<>();
        Set<String> unfinished = new TreeSet<>();
        List<Path> paths;
        try (Stream<Path> tree = Files.walk(folder)) {
            paths = tree.filter(path -> !path.equals(folder)).toList();
        }
        for (Path path : paths) {
            String name = folder.relativize(path).toString();
            boolean directory = Files.isDirectory(path);
            bits.put(directory ? name + "/" : name, directory ? "" : Bits.of(path));
            if (!directory && Bits.isIncomplete(path)) {
                unfinished.add(folderOf(name));
            }
        }
        return new Snapshot(bits, unfinished);
    }

    /** What differs, one line for each name. */
    List<String> differences(Snapshot expected) {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, String> file : expected.bits.entrySet()) {
            String found = bits.get(file.getKey());
            if (found == null) {
                lines.add("missing: " + file.getKey());
            } else if (!found.equals(file.getValue())) {
                lines.add("other bits: " + file.getKey());
            }
        }
        bits.keySet().stream()
                .filter(name -> !expected.bits.containsKey(name))
                .filter(name -> folderOf(name).isEmpty() || expected.bits.containsKey(folderOf(name)))
                .forEach(name -> lines.add("left behind: " + name));
        return lines;
    }

    /** What looks complete without being so, one line for each name. */
    List<String> lies(Snapshot expected, Victim victim) {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, String> file : bits.entrySet()) {
            String name = file.getKey();
            boolean plain = !isHidden(name)
                    && !victim.isTemporary(name)
                    && unfinished.stream().noneMatch(name::startsWith);
            if (plain && !file.getValue().equals(expected.bits.get(name))) {
                lines.add("looks complete: " + name);
            }
            if (plain && victim.seals().contains(name.substring(folderOf(name).length()))) {
                expected.bits.keySet().stream()
                        .filter(each -> each.startsWith(folderOf(name)) && !bits.containsKey(each))
                        .forEach(each -> lines.add("looks complete because of " + name + ", lacks " + each));
            }
        }
        return lines;
    }

    private static String folderOf(String name) {
        return name.substring(0, name.lastIndexOf('/', name.length() - 2) + 1);
    }

    private static boolean isHidden(String name) {
        return name.startsWith(".") || name.contains("/.");
    }
}
