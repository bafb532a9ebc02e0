package ganglion.junit;

import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What JUnit made of a test class.
 *
 * @param passed names of the tests that passed, sorted
 * @param failed names of tests and containers that failed
 * @param thrown what they failed with
 */
record Launched(List<String> passed, List<String> failed, List<Throwable> thrown) {

    /** Messages of tests and containers that failed. */
    List<String> failures() {
        return thrown.stream().map(Throwable::getMessage).toList();
    }

    static Launched of(Class<?> tests) {
        List<String> passed = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        List<Throwable> thrown = new ArrayList<>();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(tests))
                .build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (result.getThrowable().isPresent()) {
                    failed.add(test.getDisplayName());
                    thrown.add(result.getThrowable().get());
                } else if (test.isTest()) {
                    passed.add(test.getDisplayName());
                }
            }
        });
        return new Launched(passed.stream().sorted().toList(), failed, thrown);
    }
}
