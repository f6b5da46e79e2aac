package backprop;

import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs one test class on whatever class path it is given, and prints a line for each test that failed. */
final class JUnitCommand {
    private JUnitCommand() {}

    /**
     * Exits with 1 if a test failed.
     *
     * @param args the name of the test class
     */
    public static void main(String... args) {
        SummaryGeneratingListener results = new SummaryGeneratingListener();
        Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine())
                .build());
        launcher.execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(DiscoverySelectors.selectClass(args[0]))
                        .build(),
                results);
        results.getSummary()
                .getFailures()
                .forEach(failure ->
                        System.out.println(failure.getTestIdentifier().getDisplayName() + ": "
                                + failure.getException().toString().strip().replaceAll("\\s+", " ")));
        System.exit(results.getSummary().getTestsFailedCount() == 0 ? 0 : 1);
    }
}
