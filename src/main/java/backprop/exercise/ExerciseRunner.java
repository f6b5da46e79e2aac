package backprop.exercise;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs an exercise's JUnit test class against a learner's function, in this process. */
final class ExerciseRunner {
  private ExerciseRunner() {}

  /** The score of a function.
   * @param exercise the exercise's name
   * @param tests the JUnit test class, whose methods take the contract as their parameter
   * @param subject the learner's function */
  static Score run(String exercise, Class<?> tests, Object subject) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(DiscoverySelectors.selectClass(tests))
            .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false").build();
    Results results = new Results();
    SubjectResolver.with(subject, () -> launcher().execute(request, results));
    if (results.all.isEmpty()) { throw new IllegalStateException("no test was found in " + tests.getName()); }
    return new Score(exercise, results.all);
  }

  /** The engine is named, not looked up: a notebook's class loader need not know of services. */
  private static Launcher launcher() {
    return LauncherFactory.create(LauncherConfig.builder().enableTestEngineAutoRegistration(false)
        .enableTestExecutionListenerAutoRegistration(false).enableLauncherDiscoveryListenerAutoRegistration(false)
        .enableLauncherSessionListenerAutoRegistration(false).enablePostDiscoveryFilterAutoRegistration(false)
        .addTestEngines(new JupiterTestEngine()).build());
  }

  /** Collects a result for each test, as they come. */
  private static final class Results implements TestExecutionListener {
    private final List<Score.Result> all = new ArrayList<>();

    @Override public void executionFinished(TestIdentifier test, TestExecutionResult outcome) {
      if (test.isTest()) {
        all.add(new Score.Result(test.getDisplayName(), outcome.getStatus() == TestExecutionResult.Status.SUCCESSFUL,
            points(test), outcome.getThrowable().map(Feedback::message).orElse("")));
      }
    }

    private static double points(TestIdentifier test) {
      Method method = test.getSource().map(MethodSource.class::cast).map(MethodSource::getJavaMethod).orElseThrow();
      Points points = method.getAnnotation(Points.class);
      return points == null ? 1 : points.value();
    }
  }
}
