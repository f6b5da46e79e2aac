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
   * @param tests the JUnit test class
   * @param session the learner's function and the seeds */
  static Score run(Class<?> tests, Session session) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(DiscoverySelectors.selectClass(tests))
            .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false").build();
    Results results = new Results(session);
    String printed = session.fence().subject()
        .during(() -> SubjectResolver.with(session, () -> launcher().execute(request, results)));
    if (results.all.isEmpty()) { throw new IllegalStateException("no test was found in " + tests.getName()); }
    Hints.checked(session.contract());
    return new Score(Contracts.title(session.contract()), results.all, printed, Contracts.hints(session.contract()));
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
    private final Session session;
    private final List<Score.Result> all = new ArrayList<>();

    Results(Session session) { this.session = session; }

    @Override public void executionFinished(TestIdentifier test, TestExecutionResult outcome) {
      if (!test.isTest()) { return; }
      boolean passed = outcome.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
      session.ended(passed);
      all.add(new Score.Result(test.getDisplayName(), passed, points(test),
          outcome.getThrowable().map(thrown -> Feedback.message(thrown, session.freshSeed())).orElse("")));
    }

    private static double points(TestIdentifier test) {
      Method method = test.getSource().map(MethodSource.class::cast).map(MethodSource::getJavaMethod).orElseThrow();
      Points points = method.getAnnotation(Points.class);
      return points == null ? 1 : points.value();
    }
  }
}
