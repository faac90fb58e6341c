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
    mail.com email.com usa.com inbox.com lycos.com rediffmail.com yandex.com yandex.ru yandex.by yandex.kz
    ya.ru mail.ru bk.ru list.ru inbox.ru rambler.ru ukr.net orange.fr wanadoo.fr free.fr laposte.net sfr.fr
    neuf.fr libero.it virgilio.it alice.it tiscali.it tin.it telenet.be skynet.be ziggo.nl kpnmail.nl
    hetnet.nl bluewin.ch btinternet.com sky.com talktalk.net virginmedia.com ntlworld.com bigpond.com
    optusnet.com.au xtra.co.nz comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net
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
    gohighlevel.com highlevel.com leadconnectorhq.com msgsndr.com mykajabi.com kajabi.com teachable.com
    thinkific.com podia.com zohosites.com myclickfunnels.com ck.page kit.com ghost.io webs.com homestead.com
    moonfruit.com webstarts.com multiscreensite.com wpengine.com wpcomstaging.com flywheelsites.com
    kinsta.cloud pressable.com hs-sites.com secureserver.net myshoplaza.com shoplazza.com tiendanube.com
    mitiendanube.com nuvemshop.com.br lojaintegrada.com.br getresponsepages.com
""")
"""Where anyone can put up a site under a name that stays the builder's, beyond those in the suffix list."""

PLACEHOLDERS: Final = _words("""
    yourdomain.com yourcompany.com yourwebsite.com yoursite.com yourbusiness.com mydomain.com mycompany.com
    mywebsite.com mysite.com mybusiness.com company.com companyname.com domain.com domainname.com
    businessname.com websitename.com websiteurl.com nowebsite.com
""")
"""Names that stand for others in examples and empty fields."""

NAME_SELLERS: Final = _words("""
    za.bz br.com cn.com de.com eu.com jpn.com mex.com ru.com sa.com uk.com us.com za.com com.de gb.net
    hu.net jp.net se.net uk.net ae.org com.se it.com co.com in.net web.in us.org gr.com hk.com inc.hk ltd.hk
    hk.org co.nl co.no co.ca co.cz co.de co.pl co.ro shop.ro co.bn co.dk biz.dk firm.dk reg.dk store.dk co.ua
    biz.ua pp.ua cc.ua inf.ua ltd.ua cx.ua v.ua africa.com eu.org za.net za.org ru.net com.ru msk.ru spb.ru
    net.ru org.ru pp.ru nov.ru ac.ru edu.ru gov.ru int.ru mil.ru adygeya.ru bashkiria.ru bir.ru cbg.ru
    dagestan.ru grozny.ru kalmykia.ru kustanai.ru marine.ru mordovia.ru mytis.ru nalchik.ru pyatigorsk.ru
    vladikavkaz.ru vladimir.ru adygeya.su msk.su spb.su art.pl gliwice.pl krakow.pl poznan.pl wroc.pl
    zakopane.pl gda.pl gdansk.pl gdynia.pl med.pl sopot.pl lodz.pl pabianice.pl plock.pl sieradz.pl
    skierniewice.pl zgierz.pl krasnik.pl leczna.pl lubartow.pl lublin.pl poniatowa.pl swidnik.pl torun.pl
    bielsko.pl co.krd edu.krd co.scot me.scot org.scot gov.scot gov.nl gov.uk ngo.us wa.us priv.at gv.uy
    ir.md rs.ba leg.br co.business co.education co.events co.financial co.network co.place co.technology
    biz.ng co.biz.ng col.ng firm.ng gen.ng ltd.ng ngo.ng plc.ng jozi.biz radio.am radio.fm conn.uk copro.uk
    hosp.uk org.uk aeroport.fr avocat.fr chambagri.fr chirurgiens-dentistes.fr experts-comptables.fr
    medecin.fr notaires.fr pharmacien.fr port.fr veterinaire.fr online.th shop.th uk.cc eu.cc us.cc sch.tf
    biz.wf name.pm org.yt aus.basketball nz.basketball graphic.design
    биз.рус ком.рус крым.рус мир.рус мск.рус орг.рус самара.рус сочи.рус спб.рус я.рус
""")
"""Suffixes below which names are registered for money like any others: such a name is its owner's own."""


def builder(host: str) -> str:
    """Return the site builder or host under whose name a site is, such as ``wixsite.com``; else nothing.

    Besides our list, whoever lets out names below its own is in the private part of the public suffix list.
    """
    from trusthub_tui.profile.formats import web  # its list costs 35 ms to load

    suffix = web.let_out_under(host)
    sold = listed(suffix, NAME_SELLERS) if suffix else ""
    return listed(host, SITE_BUILDERS) or ("" if sold else suffix)


def listed(host: str, names: frozenset[str]) -> str:
    """Return the listed name that a host is or lies below; empty when there is none."""
    labels = host.split(".")
    below = (".".join(labels[start:]) for start in range(len(labels) - 1))
    return next((name for name in below if name in names), "")
