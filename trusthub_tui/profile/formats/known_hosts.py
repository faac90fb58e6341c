"""Domains that tell something about who uses them: our own short lists, easy to read and to question.

Each list holds registrable domains, or hosts where only part of a domain is meant. They are widely known
services, chosen by us; nothing is looked up.
"""

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FREE_MAIL: Final = _words("""
    gmail.com googlemail.com outlook.com outlook.de outlook.fr outlook.es outlook.it outlook.jp
    outlook.com.br hotmail.com hotmail.co.uk hotmail.de hotmail.fr hotmail.it hotmail.es hotmail.com.br
    live.com live.co.uk live.de live.fr live.nl live.it live.ca msn.com passport.com windowslive.com
    yahoo.com yahoo.co.uk yahoo.de yahoo.fr yahoo.it yahoo.es yahoo.ca yahoo.co.jp yahoo.co.in yahoo.in
    yahoo.com.au yahoo.com.br yahoo.com.mx yahoo.com.ar ymail.com rocketmail.com icloud.com me.com mac.com
    aol.com aim.com proton.me protonmail.com protonmail.ch pm.me tutanota.com tuta.io tuta.com
    hushmail.com fastmail.com fastmail.fm hey.com duck.com zoho.com zohomail.com zohomail.eu gmx.com
    gmx.net gmx.de gmx.at gmx.ch gmx.co.uk web.de freenet.de t-online.de mail.de posteo.de mailbox.org
    mail.com email.com usa.com inbox.com lycos.com rediffmail.com yandex.com yandex.ru ya.ru mail.ru bk.ru
    list.ru inbox.ru rambler.ru ukr.net orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr libero.it
    virgilio.it alice.it tiscali.it tin.it telenet.be skynet.be ziggo.nl kpnmail.nl hetnet.nl bluewin.ch
    btinternet.com sky.com talktalk.net virginmedia.com ntlworld.com bigpond.com optusnet.com.au
    xtra.co.nz comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net
    earthlink.net juno.com rogers.com shaw.ca sympatico.ca videotron.ca telus.net uol.com.br bol.com.br
    terra.com.br ig.com.br globo.com qq.com foxmail.com 163.com 126.com yeah.net sina.com sohu.com
    aliyun.com 139.com naver.com hanmail.net daum.net nate.com docomo.ne.jp ezweb.ne.jp softbank.ne.jp
    seznam.cz centrum.cz wp.pl o2.pl onet.pl interia.pl abv.bg walla.co.il walla.com
""")
"""Mail anyone can get for nothing, or with a household's internet line: it says nothing about a business."""

DISPOSABLE_MAIL: Final = _words("""
    mailinator.com guerrillamail.com guerrillamail.net guerrillamail.org guerrillamail.biz sharklasers.com
    grr.la 10minutemail.com 10minutemail.net 20minutemail.com temp-mail.org temp-mail.io tempmail.com
    tempmail.net tempmailo.com tempail.com tempr.email throwawaymail.com throwaway.email yopmail.com
    yopmail.fr yopmail.net getnada.com nada.email dispostable.com maildrop.cc mailnesia.com mailcatch.com
    mintemail.com mohmal.com fakeinbox.com fakemailgenerator.com trashmail.com trashmail.de trashmail.net
    trash-mail.com wegwerfmail.de spamgourmet.com spam4.me mytemp.email moakt.com emailondeck.com
    discard.email discardmail.com burnermail.io inboxkitten.com minuteinbox.com mail-temp.com
    tempinbox.com mailexpire.com einrot.com cuvox.de dayrep.com fleckens.hu gustr.com jourrapide.com
    rhyta.com superrito.com teleworm.us armyspy.com 1secmail.com 1secmail.net 1secmail.org emailfake.com
    generator.email crazymailing.com anonaddy.me simplelogin.com mozmail.com 33mail.com
""")
"""Mail that is thrown away after use, or that hides whom it reaches."""

SOCIAL: Final = _words("""
    facebook.com fb.com fb.me instagram.com linkedin.com twitter.com x.com tiktok.com youtube.com youtu.be
    pinterest.com snapchat.com threads.net threads.com reddit.com tumblr.com medium.com substack.com
    vk.com ok.ru weibo.com wechat.com xing.com whatsapp.com wa.me t.me telegram.me discord.gg discord.com
    bsky.app twitch.tv linktr.ee beacons.ai bio.link linkin.bio taplink.cc about.me allmylinks.com
    campsite.bio yelp.com yellowpages.com tripadvisor.com trustpilot.com crunchbase.com foursquare.com
    nextdoor.com etsy.com ebay.com amazon.com amazon.co.uk amazon.de aliexpress.com alibaba.com
    mercadolibre.com shopee.com goo.gl g.co g.page maps.google.com plus.google.com docs.google.com
    drive.google.com bit.ly tinyurl.com t.co ow.ly rebrand.ly
""")
"""Social networks, link pages, directories, market places and short links: pages on somebody else's site."""

SITE_BUILDERS: Final = _words("""
    wixsite.com wix.com editorx.io wixstudio.com wixstudio.io weebly.com weeblysite.com squarespace.com
    square.site wordpress.com blogspot.com blogger.com webflow.io godaddysites.com myshopify.com
    shopify.com carrd.co sites.google.com business.site jimdosite.com jimdofree.com jimdo.com
    strikingly.com mystrikingly.com site123.me webnode.page webnode.com yolasite.com ucraft.net tilda.ws
    zyrosite.com hostingersite.com ueniweb.com durable.co dorik.io framer.website framer.app framer.ai
    notion.site super.site canva.site bigcartel.com ecwid.com tripod.com angelfire.com 000webhostapp.com
    infinityfreeapp.com github.io gitlab.io netlify.app vercel.app now.sh herokuapp.com onrender.com
    fly.dev railway.app pages.dev workers.dev web.app firebaseapp.com appspot.com run.app
    azurewebsites.net azurestaticapps.net cloudfront.net amazonaws.com amplifyapp.com replit.app repl.co
    glitch.me surge.sh ngrok.io ngrok.app ngrok-free.app lovable.app bubbleapps.io softr.app leadpages.co
    clickfunnels.com kartra.com unbouncepages.com hubspotpagebuilder.com mailchimpsites.com systeme.io
""")
"""Where anyone can put up a site under a name that stays the builder's."""


def listed(host: str, names: frozenset[str]) -> str:
    """Return the listed name that a host is or lies below; empty when there is none."""
    labels = host.split(".")
    below = (".".join(labels[start:]) for start in range(len(labels) - 1))
    return next((name for name in below if name in names), "")
