package ganglion.scenario.interchange;

import ganglion.documents.place.DocumentPath;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The one file of numbers beside a scenario: HDF5 with a group for each kind of content. What is put in is written when the
 * file is closed.
 */
public final class WeightsFile implements AutoCloseable {

    private final WritableHdfFile hdf;
    private final DocumentPath path;
    private final Map<String, WritableGroup> groups = new HashMap<>();

    /** @param name of the file as the scenario writes it */
    WeightsFile(Path file, String name) {
        this.hdf = HdfFile.write(file);
        this.path = new DocumentPath(name, file.toAbsolutePath());
    }

    /** The file as the scenario names it. */
    public DocumentPath path() {
        return path;
    }

    /** Puts in a matrix or a vector, and gives its path in the file. */
    String put(String group, String dataset, Object array) {
        group(group).putDataset(dataset, array);
        return "/" + group + "/" + dataset;
    }

    /** Puts in columns of equal length, and gives the path of the group of them in the file. */
    public String putColumns(String group, String list, Map<String, Object> columns) {
        WritableGroup columnGroup = group(group).putGroup(list);
        columns.forEach(columnGroup::putDataset);
        return "/" + group + "/" + list;
    }

    private WritableGroup group(String group) {
        return groups.computeIfAbsent(group, hdf::putGroup);
    }

    @Override
    public void close() {
        hdf.close();
    }
}
