package iris.ui.shift.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.signal.Reason;
import iris.ui.shift.Sheet;
import iris.words.Lang;
import iris.words.Words;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** Printing, off the FX thread. Never on a printer that has paper. */
class PrintingTest {
  private static final Sheet PAGE = new Sheet("Page de relève", "Du 22/11 05:00 au 22/11 15:24", "Aucune relève avant.",
      List.of(new Sheet.Section("Notes", List.of(new Sheet.Line("Rien à signaler cette nuit.", true)))));

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private static byte[] pdf() throws IOException {
    return Pdf.of(PAGE, List.of(), Instant.parse("2026-11-22T14:24:00Z"), Words.of(Lang.FR, ZoneId.of("Europe/Paris")));
  }

  @Test
  void aPrinterThatIsGoneIsSaidSoWithTheWayOut() throws IOException {
    assertEquals(Optional.of(Reason.of("ui.shift.paper.no-printer")), Printing.print(pdf(), "no such printer"));
  }

  @Test
  void whatThePrintSystemRefusesIsSaidInItsWords() throws IOException {
    Assumptions.assumeTrue(Spooler.command().isPresent(), "skipped: no lp (apt-get install cups-client)");
    Reason why = Spooler.print(Spooler.command().get(), pdf(), "no-such-printer").orElseThrow();
    assertEquals("ui.shift.paper.refused-because", why.key());
  }

  @Test
  void aVirtualPrinterTakesThePage() throws IOException {
    Optional<String> virtual = Printing.printers().stream().filter(name -> name.contains("PDF")).findFirst();
    Assumptions.assumeTrue(virtual.isPresent(),
        "skipped: no virtual printer (apt-get install cups printer-driver-cups-pdf)");
    assertEquals(Optional.empty(), Printing.print(pdf(), virtual.get()));
  }
}
