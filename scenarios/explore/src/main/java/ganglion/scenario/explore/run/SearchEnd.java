package ganglion.scenario.explore.run;

import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.progress.Outlook;
import ganglion.scenario.explore.progress.SearchProgress;
import ganglion.scenario.explore.progress.WorkAhead;
import ganglion.scenario.explore.trial.Device;
import java.nio.file.Path;
import java.util.List;

/**
 * What the end of a search works with, once its trials are over.
 *
 * @param search the search
 * @param devices that it is for
 * @param stages what is done with single networks
 * @param crew threads that do it
 * @param outlook how long the rest takes
 * @param progress who is told
 * @param folder of the search
 * @param epochs of a network of the search that is trained to its end
 */
record SearchEnd(
        Search search,
        List<Device> devices,
        NetworkStages stages,
        SearchCrew crew,
        Outlook outlook,
        SearchProgress progress,
        Path folder,
        int epochs) {

    /** Takes a copy of the list. */
    SearchEnd {
        devices = List.copyOf(devices);
    }

    /** The same for the networks of another space. */
    SearchEnd of(Search other, NetworkStages itsStages) {
        return new SearchEnd(other, devices, itsStages, crew, outlook, progress, folder, epochs);
    }

    /** Tells how far the search is. */
    void tell(String phase, WorkAhead ahead, String words) {
        progress.advanced(phase, outlook.shareOfLast(ahead), outlook.secondsOf(ahead));
        progress.detail(words);
    }
}
