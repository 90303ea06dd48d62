package iris.relay.mail;

import iris.relay.Delivery;
import iris.relay.Plain;
import iris.relay.web.Troubles;
import iris.signal.Reason;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** What a mail server's answer means: 4xx comes again, 5xx never. */
final class Answers {
  private static final int SAID = 200;

  private Answers() {}

  /** @param some whether somebody has the letter by now */
  static Delivery of(MessagingException e, boolean some) {
    if (e instanceof AuthenticationFailedException && !said(e).startsWith("4"))
      return Delivery.refused("relay.mail.password", said(e));
    if (e instanceof SendFailedException && !later(e))
      return some ? Delivery.done(said(e)) : Delivery.refused("relay.mail.refused", said(e));
    for (Exception why = e; why != null; why = next(why))
      if (why instanceof IOException broken) return Delivery.later(Troubles.of(broken));
    return Delivery.later(Reason.of("relay.mail.not-now", said(e)));
  }

  /** One recipient that may have it later is enough to come again; those that have it are left out then. */
  private static boolean later(MessagingException e) {
    boolean never = false;
    for (Exception why = e; why != null; why = next(why)) {
      int code = switch (why) {
        case SMTPAddressFailedException address -> address.getReturnCode();
        case SMTPSendFailedException send -> send.getReturnCode();
        default -> 0;
      };
      if (code / 100 == 4) return true;
      if (code / 100 == 5) never = true;
    }
    return !never;
  }

  private static @Nullable Exception next(Exception why) {
    return why instanceof MessagingException m ? m.getNextException() : null;
  }

  /** The server's own words: of the innermost, since the outer ones are the library's. */
  private static String said(MessagingException e) {
    Exception last = e;
    for (Exception next = next(last); next != null; next = next(last)) last = next;
    return Plain.line(String.valueOf(last.getMessage()), SAID);
  }
}
