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
 * @param failures messages of tests and containers that failed
 */
record Launched(List<String> passed, List<String> failures) {

    static Launched of(Class<?> tests) {
        List<String> passed = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(tests))
                .build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (result.getThrowable().isPresent()) {
                    failures.add(result.getThrowable().get().getMessage());
                } else if (test.isTest()) {
                    passed.add(test.getDisplayName());
                }
            }
        });
        return new Launched(passed.stream().sorted().toList(), failures);
    }
}
