package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.signal.Reason;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenerTest {
  private final List<List<String>> commands = new ArrayList<>();

  private Opener opener(String os, Optional<Integer> exit) {
    return new Opener(os, command -> {
      commands.add(command);
      return exit;
    });
  }

  @Test
  void eachSystemHasItsOwnProgramAndNoShellSeesTheAddress() {
    URI link = URI.create("https://a.example/x?a=1&b=2;rm");
    for (String os : List.of("Linux", "Mac OS X", "Windows 11")) assertEquals(Optional.empty(), opener(os, Optional.of(0)).opened(link));
    assertEquals(List.of(List.of("xdg-open", link.toString()), List.of("/usr/bin/open", link.toString()),
        List.of("rundll32.exe", "url.dll,FileProtocolHandler", link.toString())), commands);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "javascript:alert(1)", "relative", "smb://h/s"})
  void whateverElseIsAskedForIsNotHandedOn(String link) {
    assertEquals(Optional.of(Reason.of("app.open.refused")), opener("Linux", Optional.of(0)).opened(URI.create(link)));
    assertEquals(List.of(), commands);
  }

  @Test
  void aProgramThatIsMissingOrRefusesIsSaid() {
    URI link = URI.create("tel:+33123456789");
    assertEquals(Optional.of(Reason.of("app.open.failed", "xdg-open", 3)), opener("Linux", Optional.of(3)).opened(link));
    assertEquals(Optional.empty(), opener("Linux", Optional.empty()).opened(link), "it still shows it");
    assertEquals(Optional.of(Reason.of("app.open.missing", "xdg-open")), new Opener("Linux", command -> {
      throw new IOException("no such file");
    }).opened(link));
  }

  @Test
  void whoAsksDoesNotWait() throws Exception {
    CountDownLatch slow = new CountDownLatch(1);
    CompletableFuture<Optional<Reason>> answer = new CompletableFuture<>();
    new Opener("Linux", command -> {
      slow.await();
      return Optional.of(0);
    }).open(URI.create("https://a.example/"), answer::complete);
    assertTrue(!answer.isDone());
    slow.countDown();
    assertEquals(Optional.empty(), answer.get(60, TimeUnit.SECONDS));
  }
}
