<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AnswerChoice</name>
    <message>
        <source>Choice: {options}</source>
        <translation>选择：{options}</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>（不写）</translation>
    </message>
</context>
<context>
    <name>AuditWindow</name>
    <message>
        <source>Audit</source>
        <translation>抽查</translation>
    </message>
    <message>
        <source>A few orders of each agent, looked at with the same sheet.</source>
        <translation>每位客服抽几单，用同一张表看。</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>抽样</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Reading: {percent} %</source>
        <translation>正在读：{percent} %</translation>
    </message>
    <message>
        <source>Excel (*.xlsx);;CSV (*.csv)</source>
        <translation>Excel (*.xlsx);;CSV (*.csv)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>Rows in {name}: {count}</source>
        <translation>{name} 里有 {count} 行</translation>
    </message>
</context>
<context>
    <name>BuyerBar</name>
    <message>
        <source>Open another buyer</source>
        <translation>再开一个买家</translation>
    </message>
    <message>
        <source>Close this buyer</source>
        <translation>关掉这个买家</translation>
    </message>
    <message>
        <source>No buyer is open</source>
        <translation>还没有打开买家</translation>
    </message>
</context>
<context>
    <name>BuyerPrompt</name>
    <message>
        <source>qtdesk: buyer</source>
        <translation>qtdesk：买家</translation>
    </message>
    <message>
        <source>Nickname, or the last digits of the order</source>
        <translation>买家昵称，或订单尾号</translation>
    </message>
</context>
<context>
    <name>CardModel</name>
    <message>
        <source>with a picture</source>
        <translation>带图片</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>已置顶</translation>
    </message>
</context>
<context>
    <name>CheckBody</name>
    <message>
        <source>Original</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Click a piece to say what it is</source>
        <translation>点任意一段可改归到别的项</translation>
    </message>
    <message>
        <source>The order as it was copied</source>
        <translation>复制来的订单原文</translation>
    </message>
    <message>
        <source>What is checked</source>
        <translation>核对项</translation>
    </message>
</context>
<context>
    <name>CheckFooter</name>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>仓库群</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>快递群</translation>
    </message>
    <message>
        <source>{bytes} bytes</source>
        <translation>{bytes} 字节</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
</context>
<context>
    <name>CheckMenus</name>
    <message>
        <source>This is the…</source>
        <translation>这一段是…</translation>
    </message>
    <message>
        <source>Let it pass, with a reason…</source>
        <translation>写明原因放行…</translation>
    </message>
    <message>
        <source>Finish and record</source>
        <translation>完成并存档</translation>
    </message>
    <message>
        <source>Record as not to be sent</source>
        <translation>存档：不发货</translation>
    </message>
    <message>
        <source>Drop without a record</source>
        <translation>放弃，不存档</translation>
    </message>
    <message>
        <source>At one stroke</source>
        <translation>一键作答</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Checklists</source>
        <translation>清单</translation>
    </message>
</context>
<context>
    <name>CheckRoom</name>
    <message>
        <source>The check is recorded.</source>
        <translation>核单已存档。</translation>
    </message>
</context>
<context>
    <name>ComboRecorder</name>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Press the keys…</source>
        <translation>请按下组合键…</translation>
    </message>
</context>
<context>
    <name>CopiedTextBody</name>
    <message>
        <source>Leave it as it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Copy the better wording</source>
        <translation>复制改好的</translation>
    </message>
    <message>
        <source>Paste the better wording</source>
        <translation>粘贴改好的</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Nothing was found that is not said to buyers.</source>
        <translation>没有发现不该对买家说的话。</translation>
    </message>
    <message>
        <source>No text is copied: select what you wrote and copy it.</source>
        <translation>还没有复制文字：先选中写好的话再复制。</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>还有 {count} 处</translation>
    </message>
    <message>
        <source>What is copied</source>
        <translation>复制的文字</translation>
    </message>
    <message>
        <source>With the better wording</source>
        <translation>改好以后</translation>
    </message>
</context>
<context>
    <name>CopiedTextWindow</name>
    <message>
        <source>qtdesk: what is copied</source>
        <translation>qtdesk：复制的文字</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>with commas between</source>
        <translation>用逗号隔开</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>DockOffers</name>
    <message>
        <source>Check an order</source>
        <translation>核单</translation>
    </message>
</context>
<context>
    <name>DockScene</name>
    <message>
        <source>qtdesk: dock</source>
        <translation>qtdesk：侧边栏</translation>
    </message>
    <message>
        <source>Checklists</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>qtdesk: dock, at the edge</source>
        <translation>qtdesk：侧边栏，收在屏幕边</translation>
    </message>
    <message>
        <source>Usually next</source>
        <translation>常接着用</translation>
    </message>
    <message>
        <source>At hand</source>
        <translation>常用</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近用过</translation>
    </message>
    <message>
        <source>The panel finds the others</source>
        <translation>其余的请在搜索框里找</translation>
    </message>
    <message>
        <source>Nothing is pinned, nothing was used</source>
        <translation>还没有置顶，也还没有用过</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
</context>
<context>
    <name>DoctorDialog</name>
    <message>
        <source>Why can&apos;t I paste?</source>
        <translation>为什么粘贴不了？</translation>
    </message>
    <message>
        <source>Nothing is in the way of a paste.</source>
        <translation>没有什么妨碍粘贴。</translation>
    </message>
    <message>
        <source>A paste cannot work here now.</source>
        <translation>现在在这里无法粘贴。</translation>
    </message>
    <message>
        <source>A paste may fail here.</source>
        <translation>在这里粘贴可能会失败。</translation>
    </message>
    <message>
        <source>For the window that was in front last, as of this moment.</source>
        <translation>针对刚才在最前面的窗口，以此刻的情况为准。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文字</translation>
    </message>
    <message>
        <source>Paste profiles…</source>
        <translation>粘贴方式…</translation>
    </message>
</context>
<context>
    <name>DrawRow</name>
    <message>
        <source>Agent; empty for all</source>
        <translation>客服，空着是全部</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>抽几单</translation>
    </message>
    <message>
        <source>Orders: {count}</source>
        <translation>{count} 单</translation>
    </message>
    <message>
        <source>Of each agent and</source>
        <translation>每位客服每</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>a week</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The same seed draws the same orders again.</source>
        <translation>同一个种子抽到同样的单。</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>抽样</translation>
    </message>
    <message>
        <source>All open ones</source>
        <translation>未评完的</translation>
    </message>
</context>
<context>
    <name>EntryDialog</name>
    <message>
        <source>Write something down</source>
        <translation>记一笔</translation>
    </message>
    <message>
        <source>A digit chooses; Enter saves, Esc goes back.</source>
        <translation>按数字选，回车保存，Esc 返回。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>EntryList</name>
    <message>
        <source>Why may it pass?</source>
        <translation>为什么可以放行？</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Title: what you will look for</source>
        <translation>标题：以后按它来找</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
</context>
<context>
    <name>FiguresPage</name>
    <message>
        <source>Nothing was recorded.</source>
        <translation>没有记录。</translation>
    </message>
    <message>
        <source>The same as a table</source>
        <translation>同样内容的表格</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>统计项</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>最近 90 天</translation>
    </message>
    <message>
        <source>Beside it</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Nothing beside it</source>
        <translation>不对比</translation>
    </message>
    <message>
        <source>The same span before</source>
        <translation>和之前同样长的时间比</translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>Order number, or its last 4</source>
        <translation>订单号或后 4 位</translation>
    </message>
    <message>
        <source>Buyer&apos;s whole name</source>
        <translation>买家昵称（完整）</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>全部日期</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>All verdicts</source>
        <translation>全部结论</translation>
    </message>
    <message>
        <source>With a finding</source>
        <translation>有问题的</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Words in any column</source>
        <translation>任一列里的字</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>最近 90 天</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>All answers</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>FootNote</name>
    <message>
        <source>Making the index: {percent} %</source>
        <translation>正在建立索引 {percent}%</translation>
    </message>
    <message>
        <source>Never sends by itself</source>
        <translation>不会自动发送</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>↑ and ↓ count days from today</source>
        <translation>按 ↑ ↓ 从今天起加减天数</translation>
    </message>
    <message>
        <source>May stay empty</source>
        <translation>可以不填</translation>
    </message>
    <message>
        <source>Choose one</source>
        <translation>选一个</translation>
    </message>
    <message>
        <source>Remember · Ctrl+S</source>
        <translation>记住 · Ctrl+S</translation>
    </message>
    <message>
        <source>Then it is in the settings, and not asked for again.</source>
        <translation>记在设置里，以后不再询问。</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Nothing is written yet. Each row can be changed back later.</source>
        <translation>还没有写入。以后每一行都能改回来。</translation>
    </message>
    <message>
        <source>New rows: {count}</source>
        <translation>新增：{count} 行</translation>
    </message>
    <message>
        <source>Rows that change: {count}</source>
        <translation>改动：{count} 行</translation>
    </message>
    <message>
        <source>There already, just so: {count}</source>
        <translation>已有且相同：{count} 行</translation>
    </message>
    <message>
        <source>Columns that this table does not have: {columns}</source>
        <translation>这张表没有的列：{columns}</translation>
    </message>
    <message>
        <source>Lines that cannot be taken: {count}</source>
        <translation>不能导入：{count} 行</translation>
    </message>
    <message>
        <source>Line {number}: {why} {hint}</source>
        <translation>第 {number} 行：{why}{hint}</translation>
    </message>
    <message>
        <source>Lines that cannot be taken</source>
        <translation>不能导入的行</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>InsertMenu</name>
    <message>
        <source>Buyer and time</source>
        <translation>买家与时间</translation>
    </message>
    <message>
        <source>Shop and agent</source>
        <translation>店铺与客服</translation>
    </message>
    <message>
        <source>Ask me, or let me choose</source>
        <translation>用时再填、再选</translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Order, parcel and the rest</source>
        <translation>订单、物流及其他</translation>
    </message>
</context>
<context>
    <name>KeyDialog</name>
    <message>
        <source>Hotkey of a phrase</source>
        <translation>话术快捷键</translation>
    </message>
    <message>
        <source>The keys paste this phrase into the window in front, anywhere.</source>
        <translation>在任何窗口按下，就把这条话术贴进最前面的窗口。</translation>
    </message>
    <message>
        <source>Key combination</source>
        <translation>组合键</translation>
    </message>
    <message>
        <source>No hotkey</source>
        <translation>不要快捷键</translation>
    </message>
</context>
<context>
    <name>KeyFooter</name>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste {count}</source>
        <translation>粘贴 {count} 条</translation>
    </message>
    <message>
        <source>Copy {count}</source>
        <translation>复制 {count} 条</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>回到话术</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Drop all</source>
        <translation>全部去掉</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>LauncherModel</name>
    <message>
        <source>{count} to put right</source>
        <translation>{count} 处要改</translation>
    </message>
    <message>
        <source>{count} to look at</source>
        <translation>{count} 处留意</translation>
    </message>
    <message>
        <source>{count} to do</source>
        <translation>{count} 处待办</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>未完成</translation>
    </message>
</context>
<context>
    <name>LauncherPage</name>
    <message>
        <source>Checklists and tools</source>
        <translation>清单和工具</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>The checklists are being loaded</source>
        <translation>清单正在载入</translation>
    </message>
    <message>
        <source>No checklist and no tool for “{wish}”</source>
        <translation>没有叫“{wish}”的清单或工具</translation>
    </message>
    <message>
        <source>Backspace up to the slash goes back to phrases.</source>
        <translation>退格删掉斜杠，就回到话术。</translation>
    </message>
    <message>
        <source>The checklists are being loaded.</source>
        <translation>清单正在载入。</translation>
    </message>
</context>
<context>
    <name>ListMenu</name>
    <message>
        <source>All, in the panel…</source>
        <translation>全部，在面板里…</translation>
    </message>
    <message>
        <source>The checklists are being loaded.</source>
        <translation>清单正在载入。</translation>
    </message>
    <message>
        <source>Checklists</source>
        <translation>清单</translation>
    </message>
</context>
<context>
    <name>ListRoom</name>
    <message>
        <source>qtdesk: preview of a checklist</source>
        <translation>qtdesk：清单预览</translation>
    </message>
    <message>
        <source>{file} cannot be used as it is now</source>
        <translation>{file} 现在这样用不了</translation>
    </message>
    <message>
        <source>What was read last stays in use.</source>
        <translation>继续使用上次读到的内容。</translation>
    </message>
</context>
<context>
    <name>ListsDialog</name>
    <message>
        <source>Checklists</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Your own go before those of a phrasebook, and those before ours.</source>
        <translation>自己的优先，其次是话术库带来的，最后是自带的。</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>{count} to mend</source>
        <translation>{count} 处要改</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>自己的</translation>
    </message>
    <message>
        <source>of qtdesk</source>
        <translation>自带</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>已关</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>another goes before it</source>
        <translation>被同号的另一份替代</translation>
    </message>
    <message>
        <source>not in use</source>
        <translation>未启用</translation>
    </message>
    <message>
        <source>edition {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>关掉</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open in an editor</source>
        <translation>用编辑器打开</translation>
    </message>
    <message>
        <source>Make my own copy…</source>
        <translation>复制一份自己改…</translation>
    </message>
    <message>
        <source>Nothing is wrong here.</source>
        <translation>没有问题。</translation>
    </message>
    <message>
        <source>The checklists are being loaded.</source>
        <translation>清单正在载入。</translation>
    </message>
    <message>
        <source>To mend: {count}</source>
        <translation>要改 {count} 处</translation>
    </message>
    <message>
        <source>the edition before it is in use</source>
        <translation>正在用改之前的那一版</translation>
    </message>
</context>
<context>
    <name>MarkModel</name>
    <message>
        <source>open</source>
        <translation>未评</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Take out: {title}</source>
        <translation>去掉：{title}</translation>
    </message>
</context>
<context>
    <name>More</name>
    <message>
        <source>Has blanks: a click opens it in the panel.</source>
        <translation>有空要填：点一下在搜索框里打开。</translation>
    </message>
    <message>
        <source>Picture: {name}</source>
        <translation>图片：{name}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Hotkey…</source>
        <translation>快捷键…</translation>
    </message>
    <message>
        <source>Beside</source>
        <translation>贴着窗口</translation>
    </message>
    <message>
        <source>Floating</source>
        <translation>浮动</translation>
    </message>
    <message>
        <source>At the edge</source>
        <translation>收在屏幕边</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Place of the dock</source>
        <translation>侧边栏放哪里</translation>
    </message>
</context>
<context>
    <name>News</name>
    <message>
        <source>{done} of {parts} is in: {title}</source>
        <translation>已粘贴第 {done}/{parts} 条：{title}</translation>
    </message>
    <message>
        <source>Send it, then press {combo} and Enter for the next part.</source>
        <translation>发出后按 {combo} 再按回车，粘贴下一条。</translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation>新增 {count} 条</translation>
    </message>
    <message>
        <source>{count} changed</source>
        <translation>改动 {count} 条</translation>
    </message>
    <message>
        <source>{count} gone</source>
        <translation>去掉 {count} 条</translation>
    </message>
    <message>
        <source>{count} to mend</source>
        <translation>{count} 处要改</translation>
    </message>
    <message>
        <source>{book} was updated</source>
        <translation>“{book}”已更新</translation>
    </message>
    <message>
        <source>{book} is ready</source>
        <translation>“{book}”可以用了</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>qtdesk is ready</source>
        <translation>qtdesk 可以用了</translation>
    </message>
    <message>
        <source>{combo} finds a phrase for the window in front.</source>
        <translation>在任意聊天窗口按 {combo}，就能找话术。</translation>
    </message>
    <message>
        <source>{book} cannot be used as it is now</source>
        <translation>“{book}”现在的样子用不了</translation>
    </message>
    <message>
        <source>What was read last stays in use.</source>
        <translation>继续使用上次读到的内容。</translation>
    </message>
    <message>
        <source>Typed abbreviations do not work</source>
        <translation>输入编码出话术的功能现在不能用</translation>
    </message>
    <message>
        <source>Everything is saved again</source>
        <translation>已经全部保存好了</translation>
    </message>
    <message>
        <source>{count} changes of the past were damaged</source>
        <translation>以前的 {count} 处改动已损坏</translation>
    </message>
    <message>
        <source>What is left of them was set aside; the rest is in use.</source>
        <translation>残留的部分已另外存放，其余照常使用。</translation>
    </message>
</context>
<context>
    <name>NewsBar</name>
    <message>
        <source>Keep mine</source>
        <translation>用我的</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>用话术库的</translation>
    </message>
    <message>
        <source>The phrasebook has a newer text: “{text}”</source>
        <translation>话术库里有了新内容：“{text}”</translation>
    </message>
    <message>
        <source>{reason}. Yours is not pasted until you have looked at it.</source>
        <translation>{reason}。您的这条先不贴，等您看过再定。</translation>
    </message>
    <message>
        <source>The phrasebook no longer has it. Yours waits for your word.</source>
        <translation>话术库里已经没有这条。您的这条先不贴，等您来定。</translation>
    </message>
    <message>
        <source>Delete mine</source>
        <translation>删掉我的</translation>
    </message>
    <message>
        <source>Deleted.</source>
        <translation>已删除。</translation>
    </message>
    <message>
        <source>Yours is deleted; that of the phrasebook is used again.</source>
        <translation>您的已删除，改用话术库里的。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>This is not saved. Ctrl+Enter saves it, Esc once more drops it.</source>
        <translation>还没有保存。Ctrl+Enter 保存，再按一次 Esc 放弃。</translation>
    </message>
</context>
<context>
    <name>NoHits</name>
    <message>
        <source>No phrasebook yet</source>
        <translation>还没有话术库</translation>
    </message>
    <message>
        <source>Add a file or a folder, or drop one here.</source>
        <translation>添加一个文件或文件夹，也可以拖到这里。</translation>
    </message>
    <message>
        <source>Add a phrasebook…</source>
        <translation>添加话术库…</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>这里没有话术</translation>
    </message>
    <message>
        <source>Nothing found for “{query}”</source>
        <translation>没有找到“{query}”</translation>
    </message>
    <message>
        <source>Fewer letters find more. Ctrl+N writes a new phrase.</source>
        <translation>字打少一点，找到的更多。Ctrl+N 新写一条。</translation>
    </message>
    <message>
        <source>Tab looks in another stage.</source>
        <translation>按 Tab 换个阶段看看。</translation>
    </message>
</context>
<context>
    <name>OrderCheckWindow</name>
    <message>
        <source>Loading the checklists…</source>
        <translation>正在读取清单…</translation>
    </message>
    <message>
        <source>No order was copied</source>
        <translation>剪贴板里没有订单</translation>
    </message>
    <message>
        <source>Copy the order with its address, then press Ctrl+V here.</source>
        <translation>复制订单（连同收货地址），再在这里按 Ctrl+V。</translation>
    </message>
    <message>
        <source>Copied: {label}</source>
        <translation>已复制：{label}</translation>
    </message>
    <message>
        <source>qtdesk: order check</source>
        <translation>qtdesk：核单</translation>
    </message>
</context>
<context>
    <name>PacksDialog</name>
    <message>
        <source>What is not said to buyers</source>
        <translation>不对买家说的话</translation>
    </message>
    <message>
        <source>What is ticked is looked for in every text. Packs of your own go into the folder; one with the id of ours takes its place.</source>
        <translation>打勾的词包会在每段文字里查。自己的词包放进文件夹；编号和自带的相同，就用您的。</translation>
    </message>
    <message>
        <source>Packs of words</source>
        <translation>词包</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>To mend: {count}</source>
        <translation>要改：{count}</translation>
    </message>
    <message>
        <source>Nothing is wrong in the files.</source>
        <translation>文件都没问题。</translation>
    </message>
    <message>
        <source>off here</source>
        <translation>这里不查</translation>
    </message>
    <message>
        <source>only noted</source>
        <translation>只记录</translation>
    </message>
    <message>
        <source>you are told</source>
        <translation>会提醒</translation>
    </message>
    <message>
        <source>not pasted</source>
        <translation>不粘贴</translation>
    </message>
    <message>
        <source>{title}: {level}, as of {month}  ({id})</source>
        <translation>{title}：{level}，{month} 核对（{id}）</translation>
    </message>
    <message>
        <source>not in use</source>
        <translation>没有启用</translation>
    </message>
</context>
<context>
    <name>PanelBody</name>
    <message>
        <source>Letters may be missing. Press again.</source>
        <translation>可能漏了字，请再按一次</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>{count} phrases</source>
        <translation>{count} 条</translation>
    </message>
    <message>
        <source>Pinned: {title}</source>
        <translation>已置顶：{title}</translation>
    </message>
    <message>
        <source>Not pinned: {title}</source>
        <translation>已取消置顶：{title}</translation>
    </message>
    <message>
        <source>Title, text or code; / for checklists</source>
        <translation>标题、内容或编码；按 / 开清单</translation>
    </message>
    <message>
        <source>Search phrases</source>
        <translation>搜索话术</translation>
    </message>
    <message>
        <source>Phrases found</source>
        <translation>找到的话术</translation>
    </message>
    <message>
        <source>Text to be pasted</source>
        <translation>要粘贴的内容</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
</context>
<context>
    <name>PanelChoices</name>
    <message>
        <source>Why it goes out</source>
        <translation>为什么还要发</translation>
    </message>
</context>
<context>
    <name>PanelMenu</name>
    <message>
        <source>Unpin</source>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>New phrase…</source>
        <translation>新写一条…</translation>
    </message>
</context>
<context>
    <name>PermissionDialog</name>
    <message>
        <source>Open the settings</source>
        <translation>打开系统设置</translation>
    </message>
    <message>
        <source>It is allowed: qtdesk can paste now.</source>
        <translation>已授权：qtdesk 现在可以粘贴了。</translation>
    </message>
    <message>
        <source>Not allowed yet. This line changes by itself.</source>
        <translation>尚未授权。授权后这一行会自动变化。</translation>
    </message>
</context>
<context>
    <name>PhraseEditor</name>
    <message>
        <source>New phrase</source>
        <translation>新写话术</translation>
    </message>
    <message>
        <source>Change a phrase</source>
        <translation>修改话术</translation>
    </message>
    <message>
        <source>Yours alone, found at once. Ctrl+Enter saves, Esc goes back.</source>
        <translation>只在您这里，存好马上能搜到。Ctrl+Enter 保存，Esc 返回。</translation>
    </message>
    <message>
        <source>You get one of your own; the phrasebook stays as it is.</source>
        <translation>改的是您自己的一份，话术库不动。Ctrl+Enter 保存。</translation>
    </message>
    <message>
        <source>Yours, in the place of the phrasebook&apos;s. Ctrl+Enter saves.</source>
        <translation>您自己的一份，替代话术库里的那条。Ctrl+Enter 保存。</translation>
    </message>
    <message>
        <source>Yours alone. Ctrl+Enter saves, Esc goes back.</source>
        <translation>只在您这里。Ctrl+Enter 保存，Esc 返回。</translation>
    </message>
    <message>
        <source>Copy for the lead</source>
        <translation>复制给主管</translation>
    </message>
    <message>
        <source>As it goes into a phrasebook; send it on.</source>
        <translation>按话术库的格式复制，发给主管即可。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>As the phrasebook has it</source>
        <translation>恢复话术库原文</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Bring back “{title}”</source>
        <translation>找回“{title}”</translation>
    </message>
</context>
<context>
    <name>PhraseKeys</name>
    <message>
        <source>Remove</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>No phrasebook has this phrase now. Its keys are free.</source>
        <translation>现在没有话术库有这一条，它的组合键已让出。</translation>
    </message>
</context>
<context>
    <name>PhraseModel</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>with a picture</source>
        <translation>带图片</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>置顶</translation>
    </message>
</context>
<context>
    <name>PreviewNotes</name>
    <message>
        <source>Part {place}</source>
        <translation>分条 {place}</translation>
    </message>
    <message>
        <source>Always {place}</source>
        <translation>固定 {place}</translation>
    </message>
    <message>
        <source>Another {place}</source>
        <translation>换一种 {place}</translation>
    </message>
    <message>
        <source>Shows the next part.</source>
        <translation>显示下一条。</translation>
    </message>
    <message>
        <source>Shows another wording; with Shift it keeps this one.</source>
        <translation>换一种说法；同时按 Shift 则固定这一种。</translation>
    </message>
</context>
<context>
    <name>ProblemText</name>
    <message>
        <source>What is wrong</source>
        <translation>哪里有问题</translation>
    </message>
</context>
<context>
    <name>ProfileEditor</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>As the system calls them; * stands for anything.</source>
        <translation>填系统里的程序名；* 代表任意内容。</translation>
    </message>
    <message>
        <source>Programs, with commas between</source>
        <translation>程序（用逗号隔开）</translation>
    </message>
    <message>
        <source>Never paste here</source>
        <translation>这里从不粘贴</translation>
    </message>
    <message>
        <source>Keys that paste</source>
        <translation>粘贴用的按键</translation>
    </message>
    <message>
        <source>Line breaks</source>
        <translation>换行</translation>
    </message>
    <message>
        <source>Send after pasting</source>
        <translation>粘贴后自动发送</translation>
    </message>
    <message>
        <source>Takes pictures</source>
        <translation>能贴图片</translation>
    </message>
    <message>
        <source>Cursor goes back to {place}</source>
        <translation>光标回到 {place}</translation>
    </message>
    <message>
        <source>By the left arrow key, once the program has read the text.</source>
        <translation>程序读走文字以后，用左方向键移回去。</translation>
    </message>
    <message>
        <source>Wait before the keys (s)</source>
        <translation>按键前等待（秒）</translation>
    </message>
    <message>
        <source>Keep the clipboard (s)</source>
        <translation>占用剪贴板（秒）</translation>
    </message>
    <message>
        <source>Quiet after it was read (s)</source>
        <translation>被读取后再等（秒）</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Make them spaces</source>
        <translation>改成空格</translation>
    </message>
    <message>
        <source>Not known: try</source>
        <translation>不清楚，先试</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>能</translation>
    </message>
    <message>
        <source>With {keys}</source>
        <translation>用 {keys}</translation>
    </message>
    <message>
        <source>No</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>Pressed once, when the program has read the text and still shows the same conversation. qtdesk tells conversations by the window&apos;s title: where that is the same for every buyer, do not use this. Do not type or click there until it is sent.</source>
        <translation>程序读取了文字、并且仍是同一个会话时，按一次发送键。qtdesk 靠窗口标题分辨会话：如果每个买家的窗口标题都一样，请不要使用。发出之前请不要在那里输入或点击。</translation>
    </message>
</context>
<context>
    <name>ProfilesDialog</name>
    <message>
        <source>Paste profiles</source>
        <translation>粘贴方式</translation>
    </message>
    <message>
        <source>Every change holds from the next paste on.</source>
        <translation>修改从下一次粘贴起生效。</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Why can&apos;t I paste?…</source>
        <translation>为什么粘贴不了？…</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>您自己的</translation>
    </message>
    <message>
        <source>never pasted into</source>
        <translation>从不粘贴</translation>
    </message>
    <message>
        <source>sends</source>
        <translation>自动发送</translation>
    </message>
    <message>
        <source>tried: {source}</source>
        <translation>已试过：{source}</translation>
    </message>
    <message>
        <source>not tried, by its maker&apos;s word</source>
        <translation>未试过，依据厂商说明</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>未试过</translation>
    </message>
    <message>
        <source>As it came with qtdesk</source>
        <translation>恢复自带设置</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Click into the program… {seconds}</source>
        <translation>请点一下那个程序… {seconds}</translation>
    </message>
    <message>
        <source>Learn from a window…</source>
        <translation>从窗口学习…</translation>
    </message>
    <message>
        <source>No program&apos;s name could be seen there.</source>
        <translation>那里看不到程序的名字。</translation>
    </message>
</context>
<context>
    <name>PromiseModel</name>
    <message>
        <source>Promised by</source>
        <translation>答应的时间</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>{due}, again {moment}</source>
        <translation>{due}，{moment} 再提醒</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已过时</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>已交班</translation>
    </message>
</context>
<context>
    <name>PromisePopover</name>
    <message>
        <source>qtdesk: promise</source>
        <translation>qtdesk：承诺</translation>
    </message>
    <message>
        <source>Promised to {who}</source>
        <translation>答应 {who}</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>已答应买家</translation>
    </message>
    <message>
        <source>What was promised</source>
        <translation>答应了什么</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>其它时间</translation>
    </message>
    <message>
        <source>45m, 16:30, tomorrow 9:30</source>
        <translation>45分钟、16:30、明天9点半</translation>
    </message>
    <message>
        <source>All promises</source>
        <translation>全部承诺</translation>
    </message>
    <message>
        <source>Enter: {moment}</source>
        <translation>回车：{moment}</translation>
    </message>
    <message>
        <source>No time ahead can be read from this yet.</source>
        <translation>还读不出一个以后的时间。</translation>
    </message>
    <message>
        <source>Tab: other words  ·  Esc: nothing is promised</source>
        <translation>Tab 改事项 · Esc 不记</translation>
    </message>
</context>
<context>
    <name>PromiseRoom</name>
    <message>
        <source>Promised</source>
        <translation>已答应买家</translation>
    </message>
    <message>
        <source>{count} overdue</source>
        <translation>{count} 条已过时</translation>
    </message>
</context>
<context>
    <name>PromiseWording</name>
    <message>
        <source>In 10 minutes</source>
        <translation>10 分钟后</translation>
    </message>
    <message>
        <source>In 30 minutes</source>
        <translation>30 分钟后</translation>
    </message>
    <message>
        <source>In 1 hour</source>
        <translation>1 小时后</translation>
    </message>
    <message>
        <source>In 2 hours</source>
        <translation>2 小时后</translation>
    </message>
    <message>
        <source>Tonight</source>
        <translation>今晚</translation>
    </message>
    <message>
        <source>Tomorrow evening</source>
        <translation>明晚</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>tomorrow {time}</source>
        <translation>明天 {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>昨天 {time}</translation>
    </message>
    <message>
        <source>order …{tail}</source>
        <translation>尾号 {tail}</translation>
    </message>
    <message>
        <source>Answer the buyer</source>
        <translation>答复买家</translation>
    </message>
    <message>
        <source>Handed over; nobody here has taken it over.</source>
        <translation>已交班，这台电脑上还没人接。</translation>
    </message>
    <message>
        <source>Promised, and due now</source>
        <translation>答应买家的时间到了</translation>
    </message>
    <message>
        <source>{count} promises are due</source>
        <translation>{count} 条承诺到时间了</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>还有 {count} 条</translation>
    </message>
</context>
<context>
    <name>PromisesWindow</name>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>What was promised to buyers, and by when.</source>
        <translation>答应了买家什么、几点之前。</translation>
    </message>
    <message>
        <source>Buyer, order or words</source>
        <translation>买家、订单尾号或文字</translation>
    </message>
    <message>
        <source>Show only</source>
        <translation>只显示</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接班</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>办好了</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>去处理</translation>
    </message>
    <message>
        <source>Remind me again</source>
        <translation>过会儿再提醒</translation>
    </message>
    <message>
        <source>Hand over the shift</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>Take over what is copied</source>
        <translation>从复制的交接接手</translation>
    </message>
    <message>
        <source>Nothing that is promised has these words.</source>
        <translation>没有含这些字的承诺。</translation>
    </message>
    <message>
        <source>Nothing is promised.</source>
        <translation>没有答应过买家什么。</translation>
    </message>
    <message>
        <source>Nothing is promised. {keys} promises something, anywhere.</source>
        <translation>没有待办的承诺。在任何窗口按 {keys} 就能记一条。</translation>
    </message>
    <message>
        <source>Handed over by {giver}, {moment}: who has the shift now?</source>
        <translation>{giver} {moment} 交的班，还没人接。现在是您当班吗？</translation>
    </message>
    <message>
        <source>Done. Backspace takes it back.</source>
        <translation>办好了。退格键可以撤回。</translation>
    </message>
    <message>
        <source>Neither its check nor its buyer is open here.</source>
        <translation>它的核对和买家现在都没有打开。</translation>
    </message>
    <message>
        <source>You have all of these already.</source>
        <translation>这些您都已经有了。</translation>
    </message>
    <message>
        <source>{count} promises are yours now.</source>
        <translation>{count} 条承诺现在由您跟进。</translation>
    </message>
</context>
<context>
    <name>QuickPanel</name>
    <message>
        <source>qtdesk: phrases</source>
        <translation>qtdesk 话术</translation>
    </message>
</context>
<context>
    <name>Quote</name>
    <message>
        <source>To fill in: {count}</source>
        <translation>待填 {count} 项</translation>
    </message>
</context>
<context>
    <name>RecordsWindow</name>
    <message>
        <source>Records of checks</source>
        <translation>核对记录</translation>
    </message>
    <message>
        <source>Names, phones and texts are hidden until you ask for them.</source>
        <translation>姓名、电话和文本默认隐藏，需要时再显示。</translation>
    </message>
    <message>
        <source>The chosen record</source>
        <translation>选中的记录</translation>
    </message>
    <message>
        <source>Show names, phones and texts</source>
        <translation>显示姓名、电话和文本</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Forget this order…</source>
        <translation>删除本单…</translation>
    </message>
    <message>
        <source>Audit…</source>
        <translation>抽查…</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>停止读取</translation>
    </message>
    <message>
        <source>Type 4 characters of the number at least.</source>
        <translation>订单号请至少输入 4 位。</translation>
    </message>
    <message>
        <source>The newest {count}; an export has all of them.</source>
        <translation>显示最近 {count} 条，导出为全部。</translation>
    </message>
    <message>
        <source>{count} records</source>
        <translation>共 {count} 条</translation>
    </message>
    <message>
        <source>Reading what is new: {percent} %</source>
        <translation>正在读取新记录：{percent} %</translation>
    </message>
    <message>
        <source>Nothing was checked in these days.</source>
        <translation>这些天没有核对记录。</translation>
    </message>
    <message>
        <source>Excel (*.xlsx);;CSV (*.csv)</source>
        <translation>Excel (*.xlsx);;CSV (*.csv)</translation>
    </message>
    <message>
        <source>Export records</source>
        <translation>导出记录</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>{count} records are in {name}.</source>
        <translation>{count} 条记录已写入 {name}。</translation>
    </message>
    <message>
        <source>Forget everything about this order?</source>
        <translation>删除这一单的全部记录？</translation>
    </message>
    <message>
        <source>All its records go from every file and from our own backups, and so do rows of the shop&apos;s tables that name it. This cannot be undone.</source>
        <translation>它的全部记录会从所有文件和我们自己的备份里删除，店铺表格里提到它的行也一起删除。不能撤销。</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Settings and lists</source>
        <translation>设置与清单</translation>
    </message>
    <message>
        <source>Everything is saved.</source>
        <translation>全部都已保存。</translation>
    </message>
    <message>
        <source>You can go back to how it was on an earlier day.</source>
        <translation>可以回到以前某一天的样子。</translation>
    </message>
    <message>
        <source>Quit qtdesk</source>
        <translation>退出 qtdesk</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>There are no backups.</source>
        <translation>没有备份。</translation>
    </message>
    <message>
        <source>{count} entries</source>
        <translation>{count} 条内容</translation>
    </message>
    <message>
        <source>damaged in part</source>
        <translation>部分损坏</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>RemarkList</name>
    <message>
        <source>Nothing to look at.</source>
        <translation>没有要看的。</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开它</translation>
    </message>
    <message>
        <source>Write “{better}”</source>
        <translation>改成“{better}”</translation>
    </message>
    <message>
        <source>Leave “{word}” out</source>
        <translation>去掉“{word}”</translation>
    </message>
</context>
<context>
    <name>ReviewLine</name>
    <message>
        <source>How much is looked through</source>
        <translation>查了多少</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Look through</source>
        <translation>查一遍</translation>
    </message>
    <message>
        <source>Words, lengths and what is alike: not looked at.</source>
        <translation>用词、长短和重复：还没查。</translation>
    </message>
    <message>
        <source>Looking it through: {percent} %</source>
        <translation>正在查：{percent} %</translation>
    </message>
    <message>
        <source>To look at: {count}</source>
        <translation>值得看：{count}</translation>
    </message>
    <message>
        <source>Looked through: nothing to be said.</source>
        <translation>查过了，没有要说的。</translation>
    </message>
</context>
<context>
    <name>RowDialog</name>
    <message>
        <source>Written {day} by {name}</source>
        <translation>{day} 由 {name} 登记</translation>
    </message>
    <message>
        <source>Changed {day} by {name}: {columns}</source>
        <translation>{day} 由 {name} 修改：{columns}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>RowForm</name>
    <message>
        <source>The table wants this filled.</source>
        <translation>这一项必填。</translation>
    </message>
    <message>
        <source>Hidden; what you type replaces it</source>
        <translation>已隐藏；输入新内容会替换它</translation>
    </message>
</context>
<context>
    <name>RowModel</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>按惯例</translation>
    </message>
    <message>
        <source>Nothing in</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>Let pass: {reason}</source>
        <translation>已放行：{reason}</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>无误</translation>
    </message>
    <message>
        <source>a note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>to look at</source>
        <translation>留意</translation>
    </message>
    <message>
        <source>to put right</source>
        <translation>要改</translation>
    </message>
</context>
<context>
    <name>SampleModel</name>
    <message>
        <source>Done</source>
        <translation>已评</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
</context>
<context>
    <name>SamplePage</name>
    <message>
        <source>Orders of the sample</source>
        <translation>抽到的单</translation>
    </message>
    <message>
        <source>The record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Show names, phones and texts</source>
        <translation>显示姓名、电话和文本</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>评分项</translation>
    </message>
    <message>
        <source>1 met, 0 not met, - does not apply, Backspace takes back, Enter goes on</source>
        <translation>1 做到，0 没做到，- 不适用，退格撤回，回车到下一单</translation>
    </message>
    <message>
        <source>Orders: {count}</source>
        <translation>{count} 单</translation>
    </message>
    <message>
        <source>Draw a sample, or show what is still open.</source>
        <translation>抽一次样，或看还没评完的。</translation>
    </message>
    <message>
        <source>This record is not there any more.</source>
        <translation>这条记录已经不在了。</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Every change holds at once.</source>
        <translation>改动立即生效。</translation>
    </message>
    <message>
        <source>Phrasebooks…</source>
        <translation>话术库…</translation>
    </message>
    <message>
        <source>Paste profiles…</source>
        <translation>粘贴方式…</translation>
    </message>
    <message>
        <source>Quit qtdesk</source>
        <translation>退出 qtdesk</translation>
    </message>
    <message>
        <source>The desktop assigned: {keys}</source>
        <translation>桌面系统分配的按键：{keys}</translation>
    </message>
    <message>
        <source>The desktop has been asked for these keys.</source>
        <translation>已向桌面系统申请这组按键。</translation>
    </message>
</context>
<context>
    <name>SheetButtons</name>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Excel (*.xlsx);;CSV (*.csv)</source>
        <translation>Excel (*.xlsx);;CSV (*.csv)</translation>
    </message>
    <message>
        <source>Export a table</source>
        <translation>导出表格</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>Rows in {name}: {count}</source>
        <translation>{name} 里有 {count} 行</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.csv)</source>
        <translation>表格 (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>Import into this table</source>
        <translation>导入到这张表</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>正在读 {name}…</translation>
    </message>
    <message>
        <source>Rows written: {count}</source>
        <translation>写入 {count} 行</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>How the buyer reads it, with examples filled in</source>
        <translation>买家看到的样子（空处填了例子）</translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation>值得看一眼</translation>
    </message>
</context>
<context>
    <name>SizesDialog</name>
    <message>
        <source>Which size fits</source>
        <translation>选尺码</translation>
    </message>
    <message>
        <source>Type or paste what the buyer wrote. Nothing of it is kept.</source>
        <translation>输入或粘贴买家说的话，内容不会保存。</translation>
    </message>
    <message>
        <source>Such as: 165 104斤, 胸围88</source>
        <translation>例如：165 104斤，胸围88</translation>
    </message>
    <message>
        <source>What the buyer wrote</source>
        <translation>买家说的话</translation>
    </message>
    <message>
        <source>Text for the buyer</source>
        <translation>给买家的话</translation>
    </message>
    <message>
        <source>Paste  Enter</source>
        <translation>粘贴  Enter</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Size table</source>
        <translation>尺码表</translation>
    </message>
    <message>
        <source>Likes it loose</source>
        <translation>喜欢宽松</translation>
    </message>
    <message>
        <source>The size tables are being read…</source>
        <translation>正在读尺码表…</translation>
    </message>
    <message>
        <source>No size is large enough</source>
        <translation>最大码也不够</translation>
    </message>
    <message>
        <source>No size is small enough</source>
        <translation>最小码也偏大</translation>
    </message>
    <message>
        <source>No measure yet</source>
        <translation>还没有尺寸</translation>
    </message>
    <message>
        <source>ask for: {measures}</source>
        <translation>可再问：{measures}</translation>
    </message>
    <message>
        <source>an example table: put your shop&apos;s figures in</source>
        <translation>这是示例表，请换成本店的数字</translation>
    </message>
    <message>
        <source>height</source>
        <translation>身高</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>体重</translation>
    </message>
    <message>
        <source>bust</source>
        <translation>胸围</translation>
    </message>
    <message>
        <source>underbust</source>
        <translation>下胸围</translation>
    </message>
    <message>
        <source>bust less underbust</source>
        <translation>上下胸围差</translation>
    </message>
    <message>
        <source>waist</source>
        <translation>腰围</translation>
    </message>
    <message>
        <source>hips</source>
        <translation>臀围</translation>
    </message>
    <message>
        <source>foot</source>
        <translation>脚长</translation>
    </message>
    <message>
        <source>head</source>
        <translation>头围</translation>
    </message>
    <message>
        <source>finger</source>
        <translation>手寸</translation>
    </message>
</context>
<context>
    <name>SourcesDialog</name>
    <message>
        <source>Phrasebooks</source>
        <translation>话术库</translation>
    </message>
    <message>
        <source>Files and folders, also on a share. Drop them here.</source>
        <translation>文件或文件夹，共享盘上的也可以；直接拖进来就行。</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>复制清单</translation>
    </message>
    <message>
        <source>Checklists…</source>
        <translation>核对清单…</translation>
    </message>
    <message>
        <source>Export mine…</source>
        <translation>导出我的…</translation>
    </message>
    <message>
        <source>Your own phrases, as a phrasebook.</source>
        <translation>您自己的话术，存成一个话术库文件。</translation>
    </message>
    <message>
        <source>{count} to mend</source>
        <translation>{count} 处要改</translation>
    </message>
    <message>
        <source>not in use</source>
        <translation>未启用</translation>
    </message>
    <message>
        <source>sample, {count} phrases</source>
        <translation>示例，{count} 条</translation>
    </message>
    <message>
        <source>edition {version}, {count} phrases</source>
        <translation>版本 {version}，{count} 条</translation>
    </message>
    <message>
        <source>Nothing is wrong here.</source>
        <translation>没有问题。</translation>
    </message>
    <message>
        <source>Samples go as soon as you add a phrasebook of your own.</source>
        <translation>添加自己的话术库以后，示例会自动撤下。</translation>
    </message>
    <message>
        <source>No phrasebook yet.</source>
        <translation>还没有话术库。</translation>
    </message>
    <message>
        <source>To mend: {count}</source>
        <translation>要改 {count} 处</translation>
    </message>
    <message>
        <source>Add phrasebooks</source>
        <translation>添加话术库</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>添加文件夹</translation>
    </message>
    <message>
        <source>Export my phrases</source>
        <translation>导出我的话术</translation>
    </message>
    <message>
        <source>Phrases of yours in {name}: {count}</source>
        <translation>{name} 里有您的 {count} 条话术</translation>
    </message>
</context>
<context>
    <name>Surroundings</name>
    <message>
        <source>qtdesk {version} is there…</source>
        <translation>qtdesk {version} 已发布…</translation>
    </message>
</context>
<context>
    <name>TableRoom</name>
    <message>
        <source>Written down.</source>
        <translation>已记下。</translation>
    </message>
</context>
<context>
    <name>TablesWindow</name>
    <message>
        <source>Tables of the shop</source>
        <translation>店铺表格</translation>
    </message>
    <message>
        <source>Names and numbers are hidden until you ask for them.</source>
        <translation>昵称和号码默认隐藏，需要时再显示。</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Show names and numbers</source>
        <translation>显示昵称和号码</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Rows: {count}</source>
        <translation>{count} 行</translation>
    </message>
    <message>
        <source>Rows: {count} of {total}; an export has all of them.</source>
        <translation>{total} 行中的 {count} 行；导出的是全部。</translation>
    </message>
    <message>
        <source>Nothing fits. Take more days, or fewer words.</source>
        <translation>没有符合的。放宽日期，或少写几个字。</translation>
    </message>
    <message>
        <source>Nothing is written here yet. Add a row with Ctrl+N.</source>
        <translation>这里还没有内容。按 Ctrl+N 添加一行。</translation>
    </message>
    <message>
        <source>Reading: {percent} %</source>
        <translation>正在读：{percent} %</translation>
    </message>
</context>
<context>
    <name>TargetNote</name>
    <message>
        <source>Will paste into</source>
        <translation>将粘贴到</translation>
    </message>
    <message>
        <source>No window</source>
        <translation>没有窗口</translation>
    </message>
    <message>
        <source>Copies only</source>
        <translation>只能复制</translation>
    </message>
    <message>
        <source>the window with the focus</source>
        <translation>当前窗口</translation>
    </message>
</context>
<context>
    <name>TextsPane</name>
    <message>
        <source>Wordings that take turns</source>
        <translation>几种说法，轮流使用</translation>
    </message>
    <message>
        <source>Parts, one message each</source>
        <translation>分几段，一段一条消息</translation>
    </message>
    <message>
        <source>What the texts are</source>
        <translation>这几段是什么</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Another text</source>
        <translation>再加一段</translation>
    </message>
    <message>
        <source>Without this text</source>
        <translation>去掉这一段</translation>
    </message>
    <message>
        <source>Insert…</source>
        <translation>插入…</translation>
    </message>
    <message>
        <source>Insert a placeholder</source>
        <translation>插入占位符</translation>
    </message>
    <message>
        <source>Text {number} of {count}</source>
        <translation>第 {number} 段，共 {count} 段</translation>
    </message>
</context>
<context>
    <name>Thumbnail</name>
    <message>
        <source>Picture: {name}</source>
        <translation>图片：{name}</translation>
    </message>
    <message>
        <source>This picture cannot be shown.</source>
        <translation>这张图片显示不出来。</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Phrasebooks…</source>
        <translation>话术库…</translation>
    </message>
    <message>
        <source>Write something down…</source>
        <translation>记一笔…</translation>
    </message>
    <message>
        <source>Tables of the shop…</source>
        <translation>店铺表格…</translation>
    </message>
    <message>
        <source>Records of checks…</source>
        <translation>核对记录…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Paste profiles…</source>
        <translation>粘贴方式…</translation>
    </message>
    <message>
        <source>Why can&apos;t I paste?…</source>
        <translation>为什么粘贴不了？…</translation>
    </message>
    <message>
        <source>Quit qtdesk</source>
        <translation>退出 qtdesk</translation>
    </message>
    <message>
        <source>What is not said to buyers…</source>
        <translation>不对买家说的话…</translation>
    </message>
    <message>
        <source>  {count} to mend</source>
        <translation>  要改 {count} 处</translation>
    </message>
    <message>
        <source>Find a phrase</source>
        <translation>找话术</translation>
    </message>
    <message>
        <source>Dock beside the chat</source>
        <translation>聊天旁的侧边栏</translation>
    </message>
    <message>
        <source>Pause hotkeys</source>
        <translation>暂停快捷键</translation>
    </message>
    <message>
        <source>Promises…</source>
        <translation>承诺…</translation>
    </message>
    <message>
        <source>Promises: {count} overdue…</source>
        <translation>承诺：{count} 条已过时…</translation>
    </message>
    <message>
        <source>Listening for codes after {prefix}</source>
        <translation>正在留意 {prefix} 后面的编码</translation>
    </message>
    <message>
        <source>Not listening for codes</source>
        <translation>现在不留意编码</translation>
    </message>
    <message>
        <source>Checklists</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Find one in the panel</source>
        <translation>在面板里找</translation>
    </message>
    <message>
        <source>All checklists…</source>
        <translation>全部清单…</translation>
    </message>
    <message>
        <source>Regions as of {month}</source>
        <translation>行政区划截至 {month}</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近用过</translation>
    </message>
    <message>
        <source>Look at what is copied</source>
        <translation>检查复制的文字</translation>
    </message>
    <message>
        <source>Bring the clipboard back</source>
        <translation>恢复之前的剪贴板</translation>
    </message>
    <message>
        <source>qtdesk</source>
        <translation>qtdesk</translation>
    </message>
    <message>
        <source>qtdesk: hotkeys are paused</source>
        <translation>qtdesk：快捷键已暂停</translation>
    </message>
    <message>
        <source>qtdesk: the hotkey does not work</source>
        <translation>qtdesk：快捷键不能用</translation>
    </message>
</context>
<context>
    <name>UpdateDialog</name>
    <message>
        <source>Updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>qtdesk {version} is there</source>
        <translation>qtdesk {version} 已发布</translation>
    </message>
    <message>
        <source>This is {version}.</source>
        <translation>现在用的是 {version}。</translation>
    </message>
    <message>
        <source>Open this page</source>
        <translation>打开这个网页</translation>
    </message>
    <message>
        <source>Nothing new is known</source>
        <translation>没有新的消息</translation>
    </message>
</context>
<context>
    <name>Whose</name>
    <message>
        <source>Yours</source>
        <translation>您自己的</translation>
    </message>
    <message>
        <source>Yours; theirs is newer</source>
        <translation>您自己的；原文有更新</translation>
    </message>
    <message>
        <source>Yours; look at it</source>
        <translation>您自己的；请看一下</translation>
    </message>
</context>
<context>
    <name>WordRoom</name>
    <message>
        <source>A pack of words has a fault</source>
        <translation>有一个词包写错了</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Order check</source>
        <translation>核单</translation>
    </message>
    <message>
        <source>No. …{tail}</source>
        <translation>订单尾号 {tail}</translation>
    </message>
    <message>
        <source>copied, read at {time}</source>
        <translation>{time} 从剪贴板读入</translation>
    </message>
    <message>
        <source>begun at {time}</source>
        <translation>{time} 开始</translation>
    </message>
    <message>
        <source>No order was copied. Copy it, then press Ctrl+V here.</source>
        <translation>没有复制订单。先复制，再在这里按 Ctrl+V。</translation>
    </message>
    <message>
        <source>What comes of your answers will stand here.</source>
        <translation>填完后，要发的文字会出现在这里。</translation>
    </message>
    <message>
        <source>{count} to put right</source>
        <translation>{count} 处要改</translation>
    </message>
    <message>
        <source>{count} to do</source>
        <translation>{count} 处待办</translation>
    </message>
    <message>
        <source>{count} to look at</source>
        <translation>{count} 处留意</translation>
    </message>
    <message>
        <source>All in order</source>
        <translation>全部无误</translation>
    </message>
    <message>
        <source>To the buyer</source>
        <translation>发给买家</translation>
    </message>
    <message>
        <source>Remark in the back office</source>
        <translation>后台备注</translation>
    </message>
    <message>
        <source>To the warehouse</source>
        <translation>发到仓库群</translation>
    </message>
    <message>
        <source>To the courier</source>
        <translation>发到快递群</translation>
    </message>
    <message>
        <source>For your own table</source>
        <translation>登记到自己的表</translation>
    </message>
    <message>
        <source>For the next shift</source>
        <translation>交给下一班</translation>
    </message>
    <message>
        <source>For the team</source>
        <translation>发给团队</translation>
    </message>
    <message>
        <source>Paste: {label}</source>
        <translation>粘贴：{label}</translation>
    </message>
    <message>
        <source>Copy: {label}</source>
        <translation>复制：{label}</translation>
    </message>
    <message>
        <source>Look at: {label}</source>
        <translation>先看：{label}</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Nothing to paste</source>
        <translation>没有可粘贴的</translation>
    </message>
    <message>
        <source>Can be finished after: {label}</source>
        <translation>处理好「{label}」后即可完成</translation>
    </message>
    <message>
        <source>{keys} finishes</source>
        <translation>{keys} 完成</translation>
    </message>
    <message>
        <source>into {target}</source>
        <translation>粘贴到 {target}</translation>
    </message>
    <message>
        <source>{keys}: let it pass</source>
        <translation>{keys} 写原因放行</translation>
    </message>
    <message>
        <source>Space ticks it</source>
        <translation>空格打勾</translation>
    </message>
    <message>
        <source>A digit chooses</source>
        <translation>按数字选择</translation>
    </message>
    <message>
        <source>Type digits, or F2 for text</source>
        <translation>输入数字直接改，F2 改文字</translation>
    </message>
    <message>
        <source>A digit chooses, F2 takes a part of the name</source>
        <translation>按数字选，或按 F2 输入名字的一部分</translation>
    </message>
</context>
<context>
    <name>WordingLine</name>
    <message>
        <source>With the better wording</source>
        <translation>改好以后</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>恢复原样</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>改好</translation>
    </message>
    <message>
        <source>Shows and pastes the text as it is in the phrase.</source>
        <translation>显示并粘贴话术原来的文字。</translation>
    </message>
    <message>
        <source>Shows and pastes the text with the better wording.</source>
        <translation>显示并粘贴改好的文字。</translation>
    </message>
    <message>
        <source>“{word}”</source>
        <translation>“{word}”</translation>
    </message>
    <message>
        <source>Not pasted: “{word}”</source>
        <translation>不粘贴：“{word}”</translation>
    </message>
    <message>
        <source>“{word}” → “{better}”</source>
        <translation>“{word}” → “{better}”</translation>
    </message>
    <message>
        <source>Leave out “{word}”</source>
        <translation>去掉“{word}”</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>还有 {count} 处</translation>
    </message>
</context>
<context>
    <name>choices</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>其他平台</translation>
    </message>
    <message>
        <source>A site of our own</source>
        <translation>自有网站</translation>
    </message>
    <message>
        <source>Code, text, name, date</source>
        <translation>代码、内容、署名、日期</translation>
    </message>
    <message>
        <source>Date, code, text, name</source>
        <translation>日期、代码、内容、署名</translation>
    </message>
    <message>
        <source>Date, number, text</source>
        <translation>日期、工号、内容</translation>
    </message>
    <message>
        <source>Beside the chat</source>
        <translation>贴着聊天窗口</translation>
    </message>
    <message>
        <source>Floating</source>
        <translation>浮动</translation>
    </message>
    <message>
        <source>At the edge</source>
        <translation>收在屏幕边</translation>
    </message>
    <message>
        <source>All thirteen</source>
        <translation>全部十三步</translation>
    </message>
    <message>
        <source>Seven steps</source>
        <translation>七步</translation>
    </message>
    <message>
        <source>Eight steps</source>
        <translation>八步</translation>
    </message>
    <message>
        <source>Eight kinds of phrases</source>
        <translation>标准用语八类</translation>
    </message>
    <message>
        <source>Eight services</source>
        <translation>导购八项</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>“{combo}” is not a key combination.</source>
        <translation>“{combo}”不是组合键。</translation>
    </message>
    <message>
        <source>Write modifiers and one key, such as ctrl+alt+space.</source>
        <translation>写修饰键加一个键，例如 ctrl+alt+space。</translation>
    </message>
    <message>
        <source>Pasted.</source>
        <translation>已粘贴。</translation>
    </message>
    <message>
        <source>Pasted into {app}.</source>
        <translation>已粘贴到 {app}。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>{combo} opens the quick panel.</source>
        <translation>{combo} 可以打开快捷面板。</translation>
    </message>
    <message>
        <source>The text would go to {app}.</source>
        <translation>文字会粘贴到 {app}。</translation>
    </message>
    <message>
        <source>qtdesk never pastes into {app}.</source>
        <translation>qtdesk 从不粘贴到 {app}。</translation>
    </message>
    <message>
        <source>Nothing is known of {app}; {chord} is pressed.</source>
        <translation>没有 {app} 的资料，会按 {chord}。</translation>
    </message>
    <message>
        <source>For {app} you made a profile; {chord} is pressed.</source>
        <translation>{app} 用的是您自己的粘贴方式，会按 {chord}。</translation>
    </message>
    <message>
        <source>{app} is among the known programs; {chord} is pressed.</source>
        <translation>{app} 是已知的程序，会按 {chord}。</translation>
    </message>
    <message>
        <source>Held down right now: {keys}.</source>
        <translation>此刻按住的键：{keys}。</translation>
    </message>
    <message>
        <source>The hotkeys are paused.</source>
        <translation>快捷键已暂停。</translation>
    </message>
    <message>
        <source>Go on with them in the tray&apos;s menu.</source>
        <translation>请在托盘菜单里继续使用。</translation>
    </message>
    <message>
        <source>No hotkey is registered.</source>
        <translation>没有注册快捷键。</translation>
    </message>
    <message>
        <source>Open the panel from the tray.</source>
        <translation>请从托盘打开面板。</translation>
    </message>
    <message>
        <source>qtdesk may press the paste keys.</source>
        <translation>qtdesk 可以按下粘贴键。</translation>
    </message>
    <message>
        <source>Phrases are copied; paste them by hand.</source>
        <translation>话术会被复制，请手动粘贴。</translation>
    </message>
    <message>
        <source>Turn on “Press Ctrl+V itself” in the settings; the desktop asks once.</source>
        <translation>请在设置里打开“自己按 Ctrl+V”，桌面会询问一次。</translation>
    </message>
    <message>
        <source>This desktop does not tell which window is in front.</source>
        <translation>这个桌面不告知哪个窗口在最前面。</translation>
    </message>
    <message>
        <source>No window was in front.</source>
        <translation>前面没有窗口。</translation>
    </message>
    <message>
        <source>Click into the chat first, then open the panel.</source>
        <translation>请先点一下聊天窗口，再打开面板。</translation>
    </message>
    <message>
        <source>The window in front does not tell its program&apos;s name.</source>
        <translation>最前面的窗口没有告知程序名。</translation>
    </message>
    <message>
        <source>No profile can be made for it.</source>
        <translation>无法为它设置粘贴方式。</translation>
    </message>
    <message>
        <source>Close what is in the way, or start the program with ordinary rights.</source>
        <translation>请关闭妨碍的窗口，或者以普通权限启动那个程序。</translation>
    </message>
    <message>
        <source>If it should, change that under “Paste profiles”.</source>
        <translation>如果需要粘贴，请在“粘贴方式”里修改。</translation>
    </message>
    <message>
        <source>Where that pastes nothing, choose other keys under “Paste profiles”.</source>
        <translation>如果这样粘贴不进去，请在“粘贴方式”里换用别的按键。</translation>
    </message>
    <message>
        <source>Let them go. If nobody touches them, press and release each once.</source>
        <translation>请松开。如果没有人按着，请把每个键按一下再松开。</translation>
    </message>
    <message>
        <source>No key is stuck.</source>
        <translation>没有卡住的按键。</translation>
    </message>
    <message>
        <source>Another program reads every copy before the chat does.</source>
        <translation>有别的程序抢在聊天窗口之前读取每次复制的内容。</translation>
    </message>
    <message>
        <source>Tell your clipboard history to leave qtdesk out.</source>
        <translation>请在剪贴板历史工具里排除 qtdesk。</translation>
    </message>
    <message>
        <source>The program that you copied from last does not answer.</source>
        <translation>您上次复制内容的那个程序没有回应。</translation>
    </message>
    <message>
        <source>Copy something elsewhere, or wait until that program comes round.</source>
        <translation>请在别处复制点什么，或者等那个程序恢复。</translation>
    </message>
    <message>
        <source>What you copied last is too large to be brought back whole.</source>
        <translation>您上次复制的内容太大，无法完整恢复。</translation>
    </message>
    <message>
        <source>The clipboard can be saved and restored.</source>
        <translation>剪贴板可以保存和恢复。</translation>
    </message>
    <message>
        <source>The clipboard was not looked at.</source>
        <translation>没有查看剪贴板。</translation>
    </message>
    <message>
        <source>The window of {app} is closed.</source>
        <translation>{app} 的窗口已经关闭。</translation>
    </message>
    <message>
        <source>{app} did not come back to the front.</source>
        <translation>{app} 没有回到前面。</translation>
    </message>
    <message>
        <source>Another window came in front.</source>
        <translation>另一个窗口抢到了前面。</translation>
    </message>
    <message>
        <source>{app} now shows another conversation.</source>
        <translation>{app} 已经切到别的会话。</translation>
    </message>
    <message>
        <source>{app} does not answer just now.</source>
        <translation>{app} 暂时没有响应。</translation>
    </message>
    <message>
        <source>A key was held down.</source>
        <translation>有按键一直按着。</translation>
    </message>
    <message>
        <source>You typed on: the code stays as it is.</source>
        <translation>您接着打了字：编码原样保留。</translation>
    </message>
    <message>
        <source>Another program keeps the clipboard.</source>
        <translation>剪贴板被别的程序占着。</translation>
    </message>
    <message>
        <source>{app} did not take the picture.</source>
        <translation>{app} 没有读走图片。</translation>
    </message>
    <message>
        <source>No window took the text.</source>
        <translation>没有窗口取走话术。</translation>
    </message>
    <message>
        <source>{app} did not take the text.</source>
        <translation>{app} 没有接收内容。</translation>
    </message>
    <message>
        <source>A clipboard history read first: see if {app} has the text.</source>
        <translation>剪贴板历史工具先读取了内容：请看看 {app} 里是否已有。</translation>
    </message>
    <message>
        <source>{app} runs as administrator and takes no keys from others.</source>
        <translation>{app} 以管理员身份运行，不接受其他程序的按键。</translation>
    </message>
    <message>
        <source>This desktop allows copying only.</source>
        <translation>这个桌面环境只能复制。</translation>
    </message>
    <message>
        <source>qtdesk was closed.</source>
        <translation>qtdesk 已关闭。</translation>
    </message>
    <message>
        <source>Nothing was pasted: copy it with {chord} and fill it in.</source>
        <translation>没有粘贴：请用 {chord} 复制后填好再发。</translation>
    </message>
    <message>
        <source>The previous clipboard could not be read, and so not saved.</source>
        <translation>原来的剪贴板内容读不出来，所以没有保存。</translation>
    </message>
    <message>
        <source>The picture is copied: press {chord} to paste it.</source>
        <translation>图片已复制，按 {chord} 粘贴。</translation>
    </message>
    <message>
        <source>The text is copied: press {chord} to paste it.</source>
        <translation>文字已复制，按 {chord} 粘贴。</translation>
    </message>
    <message>
        <source>Press {chord} to paste it.</source>
        <translation>按 {chord} 粘贴。</translation>
    </message>
    <message>
        <source>{app} takes no pictures.</source>
        <translation>{app} 不能贴图片。</translation>
    </message>
    <message>
        <source>Look whether the picture is there, and send it by hand.</source>
        <translation>请看一眼图片到了没有，再手动发送。</translation>
    </message>
    <message>
        <source>It could not be seen that {app} itself took the text.</source>
        <translation>看不出是不是 {app} 自己读取了文字。</translation>
    </message>
    <message>
        <source>You typed or clicked in {app} meanwhile.</source>
        <translation>其间您在 {app} 里输入或点击过。</translation>
    </message>
    <message>
        <source>Pasted into {app} and sent.</source>
        <translation>已粘贴到 {app} 并发送。</translation>
    </message>
    <message>
        <source>Pasted into {app}, but not sent.</source>
        <translation>已粘贴到 {app}，但没有发送。</translation>
    </message>
    <message>
        <source>Nothing was pasted: copy it with {chord}, or send its file by hand.</source>
        <translation>没有粘贴：按 {chord} 复制，或者手动发送图片文件。</translation>
    </message>
    <message>
        <source>Nothing was pasted or copied; “Paste profiles” has the rule.</source>
        <translation>没有粘贴，也没有复制；规则在“粘贴方式”里。</translation>
    </message>
    <message>
        <source>The previous clipboard is back without its largest formats.</source>
        <translation>之前的剪贴板已恢复，但太大的格式没有保留。</translation>
    </message>
    <message>
        <source>A clipboard history keeps the text; the tray brings the old one back.</source>
        <translation>剪贴板历史工具留住了这段内容；可以从托盘恢复之前的剪贴板。</translation>
    </message>
    <message>
        <source>There is no setting “{name}”.</source>
        <translation>没有“{name}”这项设置。</translation>
    </message>
    <message>
        <source>Known settings: {names}.</source>
        <translation>可用的设置：{names}。</translation>
    </message>
    <message>
        <source>Allowed: {allowed}.</source>
        <translation>可以填：{allowed}。</translation>
    </message>
    <message>
        <source>“{text}” does not fit the setting “{name}”.</source>
        <translation>设置“{name}”不能填“{text}”。</translation>
    </message>
    <message>
        <source>The X server cannot be reached.</source>
        <translation>连不上 X 服务器。</translation>
    </message>
    <message>
        <source>It said: {reason}.</source>
        <translation>它的回答：{reason}。</translation>
    </message>
    <message>
        <source>There is no desktop to show qtdesk on.</source>
        <translation>这里没有桌面，qtdesk 显示不出来。</translation>
    </message>
    <message>
        <source>DISPLAY is not set.</source>
        <translation>没有设置 DISPLAY。</translation>
    </message>
    <message>
        <source>Start qtdesk from within the desktop.</source>
        <translation>请在桌面里启动 qtdesk。</translation>
    </message>
    <message>
        <source>DISPLAY is {display}.</source>
        <translation>DISPLAY 是 {display}。</translation>
    </message>
    <message>
        <source>{path} is not a phrasebook.</source>
        <translation>{path} 不是话术库。</translation>
    </message>
    <message>
        <source>Phrasebooks end in {suffixes}.</source>
        <translation>话术库文件以 {suffixes} 结尾。</translation>
    </message>
    <message>
        <source>“{key}” stands here twice.</source>
        <translation>“{key}”在这里写了两次。</translation>
    </message>
    <message>
        <source>Delete one; if two phrases ran together, add “- id:”.</source>
        <translation>删掉一个；如果是两条话术连在了一起，中间加“- id:”。</translation>
    </message>
    <message>
        <source>“{key}” must be a list.</source>
        <translation>“{key}”必须是列表。</translation>
    </message>
    <message>
        <source>Begin each entry with “- ”.</source>
        <translation>每一项以“- ”开头。</translation>
    </message>
    <message>
        <source>An entry of “{key}” has no keys.</source>
        <translation>“{key}”里有一项没有键名。</translation>
    </message>
    <message>
        <source>Write keys such as “title: …”.</source>
        <translation>请写成“title: …”这样的形式。</translation>
    </message>
    <message>
        <source>“{key}” has no keys below.</source>
        <translation>“{key}”下面没有内容。</translation>
    </message>
    <message>
        <source>Write keys such as “name: …”, further in.</source>
        <translation>在下面缩进写“name: …”等键。</translation>
    </message>
    <message>
        <source>“{key}” is missing.</source>
        <translation>缺少“{key}”。</translation>
    </message>
    <message>
        <source>Add “{key}: …”.</source>
        <translation>加上“{key}: …”。</translation>
    </message>
    <message>
        <source>“{key}” must be a text.</source>
        <translation>“{key}”必须是文字。</translation>
    </message>
    <message>
        <source>A text with brackets or braces needs quotation marks.</source>
        <translation>带括号的文字要加引号。</translation>
    </message>
    <message>
        <source>“{key}” holds a control or damaged character.</source>
        <translation>“{key}”里有控制字符或损坏的字符。</translation>
    </message>
    <message>
        <source>Type this place anew.</source>
        <translation>请把这里重新输入一遍。</translation>
    </message>
    <message>
        <source>“{sign}” at the beginning means something else in YAML.</source>
        <translation>在 YAML 里，开头的“{sign}”另有含义。</translation>
    </message>
    <message>
        <source>Put the whole text in quotation marks.</source>
        <translation>给整段内容加引号。</translation>
    </message>
    <message>
        <source>There is no key “{key}” here.</source>
        <translation>这里不能写“{key}”。</translation>
    </message>
    <message>
        <source>Did you mean “{near}”?</source>
        <translation>是不是想写“{near}”？</translation>
    </message>
    <message>
        <source>Keys known here: {keys}.</source>
        <translation>这里可以用：{keys}。</translation>
    </message>
    <message>
        <source>The file is larger than 32 MB.</source>
        <translation>文件超过 32 MB。</translation>
    </message>
    <message>
        <source>Split the book into several files.</source>
        <translation>把话术库分成几个文件。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>If it is still being copied, wait a moment.</source>
        <translation>如果还在复制，请稍等。</translation>
    </message>
    <message>
        <source>The file is saved as {encoding}, not as UTF-8.</source>
        <translation>文件是 {encoding} 编码，不是 UTF-8。</translation>
    </message>
    <message>
        <source>The file is not saved as UTF-8.</source>
        <translation>文件不是 UTF-8 编码。</translation>
    </message>
    <message>
        <source>Open it in its editor, choose “Save as” and the encoding UTF-8.</source>
        <translation>用编辑器打开，选“另存为”，编码选 UTF-8。</translation>
    </message>
    <message>
        <source>{path} cannot be read.</source>
        <translation>{path} 读不了。</translation>
    </message>
    <message>
        <source>The list has no items.</source>
        <translation>这份清单没有条目。</translation>
    </message>
    <message>
        <source>Add “items:” with entries below.</source>
        <translation>请加上“items:”和下面的条目。</translation>
    </message>
    <message>
        <source>“{what}” is there twice, or is a name of ours.</source>
        <translation>“{what}”出现了两次，或是程序自己的名字。</translation>
    </message>
    <message>
        <source>Give one of them another id or “out”.</source>
        <translation>请给其中一个换个 id 或“out”。</translation>
    </message>
    <message>
        <source>Nothing in this list is called “{what}”.</source>
        <translation>这份清单里没有叫“{what}”的。</translation>
    </message>
    <message>
        <source>Use the id or the “out” of an item.</source>
        <translation>请用条目的 id 或“out”。</translation>
    </message>
    <message>
        <source>No order has a field or doubt “{what}”.</source>
        <translation>订单里没有叫“{what}”的字段或疑点。</translation>
    </message>
    <message>
        <source>See what “order parse --json” prints.</source>
        <translation>请看“order parse --json”的输出。</translation>
    </message>
    <message>
        <source>There is no block “{what}”.</source>
        <translation>没有叫“{what}”的分组。</translation>
    </message>
    <message>
        <source>Add it below “blocks:”.</source>
        <translation>请加到“blocks:”下面。</translation>
    </message>
    <message>
        <source>“{what}” has no answers to choose from.</source>
        <translation>“{what}”没有可选的答案。</translation>
    </message>
    <message>
        <source>Add “options:” with entries below.</source>
        <translation>请加上“options:”和下面的条目。</translation>
    </message>
    <message>
        <source>There is no item “{what}”.</source>
        <translation>没有叫“{what}”的条目。</translation>
    </message>
    <message>
        <source>Use the id of an item.</source>
        <translation>请用条目的 id。</translation>
    </message>
    <message>
        <source>“{what}” is none of the answers of that item.</source>
        <translation>“{what}”不是那一条的答案。</translation>
    </message>
    <message>
        <source>Use the id of one of its options.</source>
        <translation>请用它某个选项的 id。</translation>
    </message>
    <message>
        <source>Check that it is there and that you may open it.</source>
        <translation>请看它还在不在、有没有权限打开。</translation>
    </message>
    <message>
        <source>This is not a checklist.</source>
        <translation>这不是核对清单。</translation>
    </message>
    <message>
        <source>Begin with “id: …” and “items:”.</source>
        <translation>请以“id: …”和“items:”开头。</translation>
    </message>
    <message>
        <source>This list has the newer format {number}.</source>
        <translation>这份清单是更新的格式 {number}。</translation>
    </message>
    <message>
        <source>There is no item “{what}” there.</source>
        <translation>那里没有叫“{what}”的条目。</translation>
    </message>
    <message>
        <source>Name a list that comes with qtdesk, and its items.</source>
        <translation>请写 qtdesk 自带的清单和它的条目。</translation>
    </message>
    <message>
        <source>This entry of “{key}” is no use.</source>
        <translation>“{key}”的这一条用不了。</translation>
    </message>
    <message>
        <source>Mend what is told about it.</source>
        <translation>请按上面说的改好。</translation>
    </message>
    <message>
        <source>This book has the newer format {number}.</source>
        <translation>这个话术库用的是更新的格式 {number}。</translation>
    </message>
    <message>
        <source>The format is not a known number.</source>
        <translation>格式号不认识。</translation>
    </message>
    <message>
        <source>Install the newest qtdesk.</source>
        <translation>请安装最新版 qtdesk。</translation>
    </message>
    <message>
        <source>Write “format: 1”, or delete the line.</source>
        <translation>请写“format: 1”，或删掉这一行。</translation>
    </message>
    <message>
        <source>The id of a book has no “/” in it.</source>
        <translation>话术库的 id 里不能有“/”。</translation>
    </message>
    <message>
        <source>Write “-” instead.</source>
        <translation>请改写成“-”。</translation>
    </message>
    <message>
        <source>The book has a promotion already.</source>
        <translation>话术库里已经有一个活动了。</translation>
    </message>
    <message>
        <source>Keep one of them.</source>
        <translation>只留一个。</translation>
    </message>
    <message>
        <source>“{locale}” is not a language tag.</source>
        <translation>“{locale}”不是语言标记。</translation>
    </message>
    <message>
        <source>Write one such as zh-CN or en-US.</source>
        <translation>请写成 zh-CN 或 en-US 这样。</translation>
    </message>
    <message>
        <source>This is not a phrasebook.</source>
        <translation>这不是话术库。</translation>
    </message>
    <message>
        <source>Begin with “id: …” and “stages:”.</source>
        <translation>开头写“id: …”和“stages:”。</translation>
    </message>
    <message>
        <source>There is no phrasebook in this folder.</source>
        <translation>这个文件夹里没有话术库。</translation>
    </message>
    <message>
        <source>Its files must end in .yaml.</source>
        <translation>文件名要以 .yaml 结尾。</translation>
    </message>
    <message>
        <source>The book has no id.</source>
        <translation>话术库没有 id。</translation>
    </message>
    <message>
        <source>Add “id: …” at the top, and never change it.</source>
        <translation>在最上面加一行“id: …”，以后不要再改。</translation>
    </message>
    <message>
        <source>The book has no phrases.</source>
        <translation>话术库里没有话术。</translation>
    </message>
    <message>
        <source>Add “stages:” with phrases below.</source>
        <translation>加上“stages:”，话术写在下面。</translation>
    </message>
    <message>
        <source>There are several books in this folder.</source>
        <translation>这个文件夹里有多个话术库。</translation>
    </message>
    <message>
        <source>Add each file by itself, or keep “id” in one file only.</source>
        <translation>把文件逐个添加，或只在一个文件里写 id。</translation>
    </message>
    <message>
        <source>Put the whole text in quotation marks, or write it below “|-”.</source>
        <translation>给整段内容加引号，或写在“|-”下面。</translation>
    </message>
    <message>
        <source>Lists are nested too deeply here.</source>
        <translation>这里的列表套得太深。</translation>
    </message>
    <message>
        <source>Put texts with brackets in quotation marks.</source>
        <translation>带括号的文字加上引号。</translation>
    </message>
    <message>
        <source>A second document begins here.</source>
        <translation>这里开始了第二个文档。</translation>
    </message>
    <message>
        <source>Delete the line “---”.</source>
        <translation>删掉“---”这一行。</translation>
    </message>
    <message>
        <source>A full-width “：” stands behind the key.</source>
        <translation>键名后面用了全角“：”。</translation>
    </message>
    <message>
        <source>Write the half-width “:” and a space behind it.</source>
        <translation>请用半角“:”，后面加一个空格。</translation>
    </message>
    <message>
        <source>A tab stands at the start of the line.</source>
        <translation>行首有制表符（Tab）。</translation>
    </message>
    <message>
        <source>Indent with spaces.</source>
        <translation>请用空格缩进。</translation>
    </message>
    <message>
        <source>A “\” in quotation marks has no meaning.</source>
        <translation>引号里的“\”没有意义。</translation>
    </message>
    <message>
        <source>Write the text below “|-”, or “\\”.</source>
        <translation>把内容写在“|-”下面，或写成“\\”。</translation>
    </message>
    <message>
        <source>The space behind “{key}:” is missing.</source>
        <translation>“{key}:”后面少一个空格。</translation>
    </message>
    <message>
        <source>Put a space behind the colon.</source>
        <translation>冒号后面加一个空格。</translation>
    </message>
    <message>
        <source>The quotation marks are not in pairs.</source>
        <translation>引号没有成对。</translation>
    </message>
    <message>
        <source>Close them, or write the text below “|-”.</source>
        <translation>补上另一半，或把内容写在“|-”下面。</translation>
    </message>
    <message>
        <source>A text cannot begin with “{sign}” as it is.</source>
        <translation>文字不能直接以“{sign}”开头。</translation>
    </message>
    <message>
        <source>The text has a colon in it.</source>
        <translation>内容里有冒号。</translation>
    </message>
    <message>
        <source>This line does not fit the lines around it.</source>
        <translation>这一行和前后对不上。</translation>
    </message>
    <message>
        <source>Indent all keys of one phrase alike; texts go further in.</source>
        <translation>同一条话术的键名缩进要一样，内容再往里缩。</translation>
    </message>
    <message>
        <source>The phrase has “{one}” and “{other}”.</source>
        <translation>这条话术同时有“{one}”和“{other}”。</translation>
    </message>
    <message>
        <source>Move the text into “{other}”.</source>
        <translation>把内容移到“{other}”里。</translation>
    </message>
    <message>
        <source>A text is empty.</source>
        <translation>内容是空的。</translation>
    </message>
    <message>
        <source>Write it, in quotation marks if it begins with “#”.</source>
        <translation>请写上内容；以“#”开头时加引号。</translation>
    </message>
    <message>
        <source>The id “{id}” is taken already, at {place}.</source>
        <translation>id “{id}”在 {place} 已经用过。</translation>
    </message>
    <message>
        <source>Give this phrase an id of its own.</source>
        <translation>给这条话术一个自己的 id。</translation>
    </message>
    <message>
        <source>The code “{code}” is taken already, at {place}.</source>
        <translation>编码“{code}”在 {place} 已经用过。</translation>
    </message>
    <message>
        <source>Give one of the two another code.</source>
        <translation>给其中一条换个编码。</translation>
    </message>
    <message>
        <source>This phrase is indented unlike the one before it.</source>
        <translation>这条话术的缩进和上一条不同。</translation>
    </message>
    <message>
        <source>Let all “-” of a list stand in line.</source>
        <translation>同一个列表的“-”要对齐。</translation>
    </message>
    <message>
        <source>qtdesk is not running.</source>
        <translation>qtdesk 没有运行。</translation>
    </message>
    <message>
        <source>Start it, then try again.</source>
        <translation>请先启动它，再试一次。</translation>
    </message>
    <message>
        <source>The running qtdesk does not answer.</source>
        <translation>正在运行的 qtdesk 没有响应。</translation>
    </message>
    <message>
        <source>Wait a moment, or end it and start it.</source>
        <translation>稍等片刻，或结束后重新启动。</translation>
    </message>
    <message>
        <source>A request may have {limit} bytes, no more.</source>
        <translation>一次请求最多 {limit} 字节。</translation>
    </message>
    <message>
        <source>The running qtdesk is another version.</source>
        <translation>正在运行的 qtdesk 是另一个版本。</translation>
    </message>
    <message>
        <source>One speaks protocol {ours}, one {theirs}.</source>
        <translation>一个用协议 {ours}，另一个用 {theirs}。</translation>
    </message>
    <message>
        <source>Quit it and start it anew.</source>
        <translation>请退出后重新启动。</translation>
    </message>
    <message>
        <source>That is not a message of qtdesk.</source>
        <translation>这不是 qtdesk 的消息。</translation>
    </message>
    <message>
        <source>{path} is not a folder.</source>
        <translation>{path} 不是文件夹。</translation>
    </message>
    <message>
        <source>Name a folder for the data of qtdesk.</source>
        <translation>请指定一个放 qtdesk 数据的文件夹。</translation>
    </message>
    <message>
        <source>{path} cannot be a private folder.</source>
        <translation>{path} 不能用作私人文件夹。</translation>
    </message>
    <message>
        <source>qtdesk needs it to find its own running instance.</source>
        <translation>qtdesk 靠它找到正在运行的自己。</translation>
    </message>
    <message>
        <source>Something else has that name: rename it or take it away.</source>
        <translation>已有同名的东西：请改名或移走。</translation>
    </message>
    <message>
        <source>{combo} cannot be registered here.</source>
        <translation>{combo} 在这里不能注册。</translation>
    </message>
    <message>
        <source>Open the panel from the tray instead.</source>
        <translation>请先从托盘打开面板。</translation>
    </message>
    <message>
        <source>This keyboard has no key for {combo}.</source>
        <translation>这个键盘上没有 {combo}。</translation>
    </message>
    <message>
        <source>{combo} does something else here.</source>
        <translation>{combo} 在这里已有别的用处。</translation>
    </message>
    <message>
        <source>Choose another key combination.</source>
        <translation>换一个组合键。</translation>
    </message>
    <message>
        <source>This desktop gives qtdesk one combination only.</source>
        <translation>这个桌面只给 qtdesk 一个组合键。</translation>
    </message>
    <message>
        <source>Use the panel for it.</source>
        <translation>请用搜索框。</translation>
    </message>
    <message>
        <source>Add Control or Command to the combination.</source>
        <translation>请在组合键中加上 Control 或 Command。</translation>
    </message>
    <message>
        <source>{combo} is a shortcut of macOS itself.</source>
        <translation>{combo} 是 macOS 自己的快捷键。</translation>
    </message>
    <message>
        <source>Choose another key combination, or switch it off in System Settings, Keyboard, Keyboard Shortcuts.</source>
        <translation>请换一个组合键，或在“系统设置 → 键盘 → 键盘快捷键”中将其关闭。</translation>
    </message>
    <message>
        <source>{combo} is taken by another program.</source>
        <translation>{combo} 已被别的程序占用。</translation>
    </message>
    <message>
        <source>Choose another key combination, or free it there.</source>
        <translation>换一个组合键，或在那个程序里取消它。</translation>
    </message>
    <message>
        <source>macOS refused {combo} (error {status}).</source>
        <translation>macOS 拒绝了 {combo}（错误 {status}）。</translation>
    </message>
    <message>
        <source>Windows keeps {combo} for itself.</source>
        <translation>{combo} 由 Windows 自己使用。</translation>
    </message>
    <message>
        <source>{combo} alone would be lost for typing.</source>
        <translation>单独占用 {combo}，就没法用它打字了。</translation>
    </message>
    <message>
        <source>Add Ctrl, Alt or Super to the combination.</source>
        <translation>请加上 Ctrl、Alt 或 Super。</translation>
    </message>
    <message>
        <source>The X server does not tell keyboard layouts.</source>
        <translation>X 服务器没有提供键盘布局。</translation>
    </message>
    <message>
        <source>{name} could not be saved.</source>
        <translation>{name} 没能保存。</translation>
    </message>
    <message>
        <source>What was saved before is still there. Make room in {folder}, or let no other program lock its files.</source>
        <translation>之前保存的都还在。请给 {folder} 腾出空间，或关掉占用这些文件的程序。</translation>
    </message>
    <message>
        <source>Only {now} of {before} phrases are left, and the file has faults.</source>
        <translation>原有 {before} 条，现在只剩 {now} 条，而且文件有错。</translation>
    </message>
    <message>
        <source>Mend the faults; until then nothing changes.</source>
        <translation>请先改好；在那之前一切照旧。</translation>
    </message>
    <message>
        <source>The phrasebook is out of reach: {reason}.</source>
        <translation>话术库暂时打不开：{reason}。</translation>
    </message>
    <message>
        <source>It is read as soon as it can be reached again.</source>
        <translation>等它能打开时会自动读取。</translation>
    </message>
    <message>
        <source>Your settings and lists are missing.</source>
        <translation>您的设置与清单不见了。</translation>
    </message>
    <message>
        <source>There were some in {folder}, and {name} is not there any more or has nothing in it that can be read. Until you choose, nothing is saved.</source>
        <translation>{folder} 里原来有，现在 {name} 没有了，或者里面没有能读的内容。在您选择之前，什么都不会保存。</translation>
    </message>
    <message>
        <source>Restore a backup, or begin anew.</source>
        <translation>请恢复一个备份，或者重新开始。</translation>
    </message>
    <message>
        <source>{folder} is out of reach.</source>
        <translation>打不开 {folder}。</translation>
    </message>
    <message>
        <source>Settings and lists are missing, and changes are not kept.</source>
        <translation>设置与清单暂时没有，改动也不会保留。</translation>
    </message>
    <message>
        <source>Start qtdesk again as soon as the folder can be reached.</source>
        <translation>等文件夹能打开了，请重新启动 qtdesk。</translation>
    </message>
    <message>
        <source>Your settings and lists are restored.</source>
        <translation>您的设置与清单已恢复。</translation>
    </message>
    <message>
        <source>What you change until the next start is not kept.</source>
        <translation>在下次启动之前，您的改动不会保留。</translation>
    </message>
    <message>
        <source>Start qtdesk again to use them.</source>
        <translation>请重新启动 qtdesk，就能用上了。</translation>
    </message>
    <message>
        <source>{name} has nothing in it that can be read.</source>
        <translation>{name} 里没有能读的内容。</translation>
    </message>
    <message>
        <source>Choose another backup.</source>
        <translation>请选另一个备份。</translation>
    </message>
    <message>
        <source>{name} comes from a later version of qtdesk.</source>
        <translation>{name} 是更新版本的 qtdesk 写的。</translation>
    </message>
    <message>
        <source>It is read, and nothing in it is changed.</source>
        <translation>只读取，不改动里面的任何内容。</translation>
    </message>
    <message>
        <source>Start the later version, or update this one.</source>
        <translation>请启动那个新版本，或者更新这一个。</translation>
    </message>
    <message>
        <source>{name} cannot be used.</source>
        <translation>{name} 不能用。</translation>
    </message>
    <message>
        <source>Look at {folder}: the file must be readable and writable.</source>
        <translation>请看 {folder}：文件要能读能写。</translation>
    </message>
    <message>
        <source>There is no clipboard to copy to.</source>
        <translation>这里没有剪贴板可用。</translation>
    </message>
    <message>
        <source>{advice}</source>
        <translation>{advice}</translation>
    </message>
    <message>
        <source>{program} did not take the text.</source>
        <translation>{program} 没有接收内容。</translation>
    </message>
    <message>
        <source>Run the command within the desktop.</source>
        <translation>请在桌面里运行这个命令。</translation>
    </message>
    <message>
        <source>There is no session bus.</source>
        <translation>没有会话总线。</translation>
    </message>
    <message>
        <source>Wayland lets no program see or reach other programs&apos; windows.</source>
        <translation>Wayland 不允许程序查看或操作别的程序的窗口。</translation>
    </message>
    <message>
        <source>Wayland lets no program press keys for another: the text is copied, and you press Ctrl+V.</source>
        <translation>Wayland 不允许程序替别的程序按键：话术会复制好，由您按 Ctrl+V。</translation>
    </message>
    <message>
        <source>Wayland lets a program change the clipboard only while it has the focus.</source>
        <translation>Wayland 只允许有焦点的程序改剪贴板。</translation>
    </message>
    <message>
        <source>The desktop does not let qtdesk press keys.</source>
        <translation>桌面系统不让 qtdesk 按键。</translation>
    </message>
    <message>
        <source>The desktop has not answered.</source>
        <translation>桌面系统还没有回答。</translation>
    </message>
    <message>
        <source>There is no X server in this session.</source>
        <translation>这个会话里没有 X 服务器。</translation>
    </message>
    <message>
        <source>The X server lets no program press keys.</source>
        <translation>X 服务器不允许程序按键。</translation>
    </message>
    <message>
        <source>The running qtdesk does not know this.</source>
        <translation>正在运行的 qtdesk 不认识这个请求。</translation>
    </message>
    <message>
        <source>It may be older: close it and start anew.</source>
        <translation>它可能是旧版本：请关闭后重新启动。</translation>
    </message>
    <message>
        <source>Not every program tells who it is when it reads.</source>
        <translation>不是每个程序读取剪贴板时都表明身份。</translation>
    </message>
    <message>
        <source>Typed abbreviations are not offered on macOS.</source>
        <translation>macOS 上不提供输入缩写。</translation>
    </message>
    <message>
        <source>A password field or a terminal with secure input lets no program press keys.</source>
        <translation>密码框或开启了安全输入的终端不允许其他程序按键。</translation>
    </message>
    <message>
        <source>macOS does not let qtdesk read the clipboard: System Settings, Privacy &amp; Security, Paste from Other Apps.</source>
        <translation>macOS 未允许 qtdesk 读取剪贴板：系统设置 → 隐私与安全性 → 从其他 App 粘贴。</translation>
    </message>
    <message>
        <source>macOS does not tell which program reads the clipboard.</source>
        <translation>macOS 不告知是哪个程序读取剪贴板。</translation>
    </message>
    <message>
        <source>Keys count from the moment the panel opens; macOS keeps none before.</source>
        <translation>面板打开之后的按键才算数；在此之前的按键 macOS 不会代为保留。</translation>
    </message>
    <message>
        <source>macOS wants your permission: System Settings, Privacy &amp; Security, Accessibility.</source>
        <translation>需要您在 macOS 中授权：系统设置 → 隐私与安全性 → 辅助功能。</translation>
    </message>
    <message>
        <source>Let qtdesk paste</source>
        <translation>允许 qtdesk 粘贴</translation>
    </message>
    <message>
        <source>To press the paste keys in your chat window, and to see that it still shows the same conversation, qtdesk needs a permission that macOS calls Accessibility. Until then it copies.</source>
        <translation>qtdesk 要在聊天窗口里按下粘贴键，并确认窗口里还是同一个会话，为此需要 macOS 的“辅助功能”权限。授权之前只复制，不粘贴。</translation>
    </message>
    <message>
        <source>Open System Settings, then Privacy &amp; Security, then Accessibility. The button below leads there.</source>
        <translation>打开“系统设置 → 隐私与安全性 → 辅助功能”。点下面的按钮可以直接前往。</translation>
    </message>
    <message>
        <source>Switch on qtdesk. Started from a terminal, it is listed under the name of the terminal or as Python.</source>
        <translation>打开 qtdesk 的开关。从终端启动时，列表里显示的是终端的名字或 Python。</translation>
    </message>
    <message>
        <source>If it is on and nothing changes here, as happens after an update, take it off the list with the minus button and ask again.</source>
        <translation>如果开关已打开而这里没有变化（更新之后会这样），请用减号按钮把它从列表中删除，再点一次下面的按钮。</translation>
    </message>
    <message>
        <source>Let qtdesk save the clipboard</source>
        <translation>允许 qtdesk 保存剪贴板</translation>
    </message>
    <message>
        <source>To give your clipboard back after a paste, qtdesk has to read it before, and macOS would ask you each time. Until you allow it, a phrase takes the place of what you had copied.</source>
        <translation>粘贴之后要把您原来复制的内容还给您，qtdesk 得先读一下剪贴板，而 macOS 每次都会询问。在您允许之前，话术会占掉您原来复制的内容。</translation>
    </message>
    <message>
        <source>Open System Settings, then Privacy &amp; Security, then Paste from Other Apps. The button below leads there.</source>
        <translation>打开“系统设置 → 隐私与安全性 → 从其他 App 粘贴”。点下面的按钮可以直接前往。</translation>
    </message>
    <message>
        <source>Choose “Allow” for qtdesk.</source>
        <translation>为 qtdesk 选择“允许”。</translation>
    </message>
    <message>
        <source>Starting with the system could not be changed.</source>
        <translation>开机启动没有改成。</translation>
    </message>
    <message>
        <source>Give yourself the right to write in {folder}.</source>
        <translation>请给自己 {folder} 的写入权限。</translation>
    </message>
    <message>
        <source>Windows runs no command of more than {most} characters.</source>
        <translation>Windows 不运行超过 {most} 个字符的命令。</translation>
    </message>
    <message>
        <source>Move qtdesk to a shorter folder.</source>
        <translation>请把 qtdesk 移到路径短一些的文件夹。</translation>
    </message>
    <message>
        <source>The policy of this computer may forbid it: ask who looks after it.</source>
        <translation>可能是这台电脑的策略不允许：请问管理员。</translation>
    </message>
    <message>
        <source>The session bus cannot be reached.</source>
        <translation>连不上会话总线。</translation>
    </message>
    <message>
        <source>In the keyboard settings of the desktop, bind a key to the command “qtdesk-cli show”.</source>
        <translation>请在桌面系统的键盘设置里，给命令“qtdesk-cli show”绑定一个快捷键。</translation>
    </message>
    <message>
        <source>This desktop gives programs no key combinations.</source>
        <translation>这个桌面系统不给程序分配快捷键。</translation>
    </message>
    <message>
        <source>The desktop assigned no keys to it.</source>
        <translation>桌面系统没有分配按键。</translation>
    </message>
    <message>
        <source>The desktop took the keys away.</source>
        <translation>桌面系统收回了按键。</translation>
    </message>
    <message>
        <source>The desktop asked, and it was denied.</source>
        <translation>桌面系统询问时被拒绝了。</translation>
    </message>
    <message>
        <source>The desktop gives keys only to programs in its menu.</source>
        <translation>桌面系统只给菜单里有的程序分配按键。</translation>
    </message>
    <message>
        <source>The desktop refused.</source>
        <translation>桌面系统拒绝了。</translation>
    </message>
    <message>
        <source>The system tells no program about keys.</source>
        <translation>系统不让任何程序得知按键。</translation>
    </message>
    <message>
        <source>The part of qtdesk that hears keys ends by itself.</source>
        <translation>qtdesk 里留意按键的那一部分总是自行退出。</translation>
    </message>
    <message>
        <source>What is told about updates is too old.</source>
        <translation>关于更新的消息已经过期。</translation>
    </message>
    <message>
        <source>It was good until {day}.</source>
        <translation>有效期到 {day}。</translation>
    </message>
    <message>
        <source>Look at the date of this computer; if it is right, tell whoever looks after qtdesk in your team.</source>
        <translation>请看这台电脑的日期对不对；如果对，请告诉团队里管 qtdesk 的人。</translation>
    </message>
    <message>
        <source>An older release is offered than was before.</source>
        <translation>现在给出的版本比以前的还旧。</translation>
    </message>
    <message>
        <source>{old} is offered now; {new} was before.</source>
        <translation>现在是 {old}，以前是 {new}。</translation>
    </message>
    <message>
        <source>Install nothing, and tell whoever looks after qtdesk in your team.</source>
        <translation>什么都不要安装，并告诉团队里管 qtdesk 的人。</translation>
    </message>
    <message>
        <source>No address for updates is set.</source>
        <translation>没有设置更新地址。</translation>
    </message>
    <message>
        <source>Ask whoever looks after qtdesk in your team for it, and put it into the settings.</source>
        <translation>请向团队里管 qtdesk 的人要地址，填到设置里。</translation>
    </message>
    <message>
        <source>The address for updates is not whole.</source>
        <translation>更新地址不完整。</translation>
    </message>
    <message>
        <source>It begins with https:// and ends with #ed25519= and a key.</source>
        <translation>它以 https:// 开头，以 #ed25519= 和一串密钥结尾。</translation>
    </message>
    <message>
        <source>Copy it again, from its first to last sign.</source>
        <translation>请从头到尾重新复制一遍。</translation>
    </message>
    <message>
        <source>The server is too slow.</source>
        <translation>服务器太慢。</translation>
    </message>
    <message>
        <source>The server answers with error {code}.</source>
        <translation>服务器返回错误 {code}。</translation>
    </message>
    <message>
        <source>{host} does not answer.</source>
        <translation>{host} 没有回应。</translation>
    </message>
    <message>
        <source>The release file is far too large.</source>
        <translation>版本文件大得离谱。</translation>
    </message>
    <message>
        <source>This is not a release file of qtdesk.</source>
        <translation>这不是 qtdesk 的版本文件。</translation>
    </message>
    <message>
        <source>Check the address in the settings.</source>
        <translation>请检查设置里的地址。</translation>
    </message>
    <message>
        <source>Updates could not be looked for.</source>
        <translation>没能查看更新。</translation>
    </message>
    <message>
        <source>Nothing is wrong with qtdesk; try later.</source>
        <translation>qtdesk 本身没有问题，请稍后再试。</translation>
    </message>
    <message>
        <source>{path} cannot be written.</source>
        <translation>无法写入 {path}。</translation>
    </message>
    <message>
        <source>Without it an old release could pass for a new one.</source>
        <translation>没有它，旧版本可能冒充新版本。</translation>
    </message>
    <message>
        <source>The answer is not a release file of qtdesk.</source>
        <translation>收到的不是 qtdesk 的版本文件。</translation>
    </message>
    <message>
        <source>A network that first wants you to sign in answers with a page of its own.</source>
        <translation>需要先登录的网络会用自己的网页来回应。</translation>
    </message>
    <message>
        <source>Open any page in the browser, then check the address.</source>
        <translation>请先用浏览器随便打开一个网页，再检查地址。</translation>
    </message>
    <message>
        <source>The release file is not from your publisher.</source>
        <translation>版本文件不是你们的发布者给出的。</translation>
    </message>
    <message>
        <source>Its signature does not fit the key in the address.</source>
        <translation>它的签名和地址里的密钥对不上。</translation>
    </message>
    <message>
        <source>The backup {name} came back other than it was written.</source>
        <translation>备份 {name} 写下之后读出来不一样。</translation>
    </message>
    <message>
        <source>The disk of {folder} may be failing: have it checked.</source>
        <translation>{folder} 所在的磁盘可能要坏了，请找人检查。</translation>
    </message>
    <message>
        <source>There is no backup {name}.</source>
        <translation>没有叫 {name} 的备份。</translation>
    </message>
    <message>
        <source>Choose one of those that are listed.</source>
        <translation>请从列出的备份里选一个。</translation>
    </message>
    <message>
        <source>This file comes from a later version.</source>
        <translation>这个文件是更新的版本写的。</translation>
    </message>
    <message>
        <source>Update this qtdesk first.</source>
        <translation>请先更新这个 qtdesk。</translation>
    </message>
    <message>
        <source>This is no file that qtdesk wrote its data to.</source>
        <translation>这不是 qtdesk 导出的文件。</translation>
    </message>
    <message>
        <source>Name one that “store export” has written.</source>
        <translation>请给出由 “store export” 写出的文件。</translation>
    </message>
    <message>
        <source>{name} is in use by another qtdesk.</source>
        <translation>另一个 qtdesk 正在使用 {name}。</translation>
    </message>
    <message>
        <source>Close the other one, or look at it without changing.</source>
        <translation>请关掉另一个，或者只看不改。</translation>
    </message>
    <message>
        <source>Run “qtdesk-cli settings set in_menu on” and start qtdesk anew.</source>
        <translation>请运行“qtdesk-cli settings set in_menu on”，再重新启动 qtdesk。</translation>
    </message>
    <message>
        <source>The package “keyboard” is missing.</source>
        <translation>缺少软件包 keyboard。</translation>
    </message>
    <message>
        <source>The menu of applications could not be changed.</source>
        <translation>应用程序菜单没能改动。</translation>
    </message>
    <message>
        <source>Updates cannot be looked for on this computer.</source>
        <translation>这台电脑上没法查看有没有新版本。</translation>
    </message>
    <message>
        <source>The part that checks the publisher&apos;s signature does not load.</source>
        <translation>用来核对发布者签名的部分无法加载。</translation>
    </message>
    <message>
        <source>Look at your publisher&apos;s page now and then, and turn this off in the settings.</source>
        <translation>请不时看看发布者的网页，并在设置里关掉这一项。</translation>
    </message>
    <message>
        <source>{name} has no known format.</source>
        <translation>{name} 不是认得的格式。</translation>
    </message>
    <message>
        <source>Tables of records end in {suffixes}.</source>
        <translation>核单记录的表格文件名以 {suffixes} 结尾。</translation>
    </message>
    <message>
        <source>{name} could not be written.</source>
        <translation>{name} 没能写入。</translation>
    </message>
    <message>
        <source>Close it where it is open, or choose another place.</source>
        <translation>如果别的程序正打开着它，请先关掉，或者换个位置。</translation>
    </message>
    <message>
        <source>They change faster than they are read.</source>
        <translation>文件一直在变，来不及读完。</translation>
    </message>
    <message>
        <source>The records of order checks cannot be read.</source>
        <translation>核单记录读不出来。</translation>
    </message>
    <message>
        <source>Look at {folder}: its files must be yours to read.</source>
        <translation>请查看 {folder}：里面的文件要允许您读取。</translation>
    </message>
    <message>
        <source>The list of provinces cannot be read.</source>
        <translation>行政区划表读不了。</translation>
    </message>
    <message>
        <source>Take your regions.txt away; qtdesk then uses its own.</source>
        <translation>请移走您自己的 regions.txt，qtdesk 就会用自带的。</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>分机</translation>
    </message>
    <message>
        <source>Second phone</source>
        <translation>备用电话</translation>
    </message>
    <message>
        <source>Landline</source>
        <translation>固话</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省</translation>
    </message>
    <message>
        <source>City</source>
        <translation>市</translation>
    </message>
    <message>
        <source>District</source>
        <translation>区县</translation>
    </message>
    <message>
        <source>Street or town</source>
        <translation>街道/镇</translation>
    </message>
    <message>
        <source>Address detail</source>
        <translation>详细地址</translation>
    </message>
    <message>
        <source>Apartment</source>
        <translation>室</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>邮编</translation>
    </message>
    <message>
        <source>Other address</source>
        <translation>另一个地址</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>Ordered at</source>
        <translation>下单时间</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Freight</source>
        <translation>运费</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>实付</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>快递</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>运单号</translation>
    </message>
    <message>
        <source>Buyer asks</source>
        <translation>买家要求</translation>
    </message>
    <message>
        <source>Shop&apos;s remark</source>
        <translation>店铺备注</translation>
    </message>
    <message>
        <source>There is no recipient.</source>
        <translation>没有收件人。</translation>
    </message>
    <message>
        <source>The recipient is a guess.</source>
        <translation>收件人是猜的。</translation>
    </message>
    <message>
        <source>There is no phone number.</source>
        <translation>没有电话。</translation>
    </message>
    <message>
        <source>The mobile number has {figure} digits instead of 11.</source>
        <translation>手机号是 {figure} 位，应为 11 位。</translation>
    </message>
    <message>
        <source>This is a hotline, not a person.</source>
        <translation>这是服务热线，不是个人电话。</translation>
    </message>
    <message>
        <source>The landline has no area code.</source>
        <translation>固话没有区号。</translation>
    </message>
    <message>
        <source>This is a virtual number: it needs its extension, and it expires.</source>
        <translation>这是虚拟号：要带分机拨打，而且会过期。</translation>
    </message>
    <message>
        <source>The province is missing.</source>
        <translation>缺省份。</translation>
    </message>
    <message>
        <source>The city is missing.</source>
        <translation>缺城市。</translation>
    </message>
    <message>
        <source>The district is missing.</source>
        <translation>缺区县。</translation>
    </message>
    <message>
        <source>The district has another name by now.</source>
        <translation>区县已改名。</translation>
    </message>
    <message>
        <source>The district is in no list.</source>
        <translation>区县不在名单里。</translation>
    </message>
    <message>
        <source>Province, city and district do not go together.</source>
        <translation>省、市、区县对不上。</translation>
    </message>
    <message>
        <source>Several cities have a district so named.</source>
        <translation>好几个城市都有这个区县。</translation>
    </message>
    <message>
        <source>Street or town is missing.</source>
        <translation>缺街道或镇。</translation>
    </message>
    <message>
        <source>Road and house are missing.</source>
        <translation>缺路名和门牌。</translation>
    </message>
    <message>
        <source>The address detail is a guess.</source>
        <translation>详细地址是猜的。</translation>
    </message>
    <message>
        <source>There is more than one address.</source>
        <translation>不止一个地址。</translation>
    </message>
    <message>
        <source>The buyer asks for a change.</source>
        <translation>买家要改信息。</translation>
    </message>
    <message>
        <source>Not every courier delivers to this area.</source>
        <translation>这个地区不是每家快递都到。</translation>
    </message>
    <message>
        <source>It goes to a pickup point: ask the buyer.</source>
        <translation>送到自提点：请先问买家。</translation>
    </message>
    <message>
        <source>Parts are hidden: let the buyer check the order page.</source>
        <translation>部分内容打了码：请买家自己在订单页核对。</translation>
    </message>
    <message>
        <source>The order number looks unlike others.</source>
        <translation>订单号的样子不常见。</translation>
    </message>
    <message>
        <source>Nothing says what the amount is for.</source>
        <translation>没有写明是什么金额。</translation>
    </message>
    <message>
        <source>The courier is a guess by its number.</source>
        <translation>快递公司是按单号猜的。</translation>
    </message>
    <message>
        <source>This is an address abroad.</source>
        <translation>这是国外地址。</translation>
    </message>
    <message>
        <source>This phrase has blanks to fill in: {labels}.</source>
        <translation>这条话术还有空要填：{labels}。</translation>
    </message>
    <message>
        <source>No check is at hand.</source>
        <translation>手头没有核单。</translation>
    </message>
    <message>
        <source>Copy the order and check it first.</source>
        <translation>先复制订单，核对一遍。</translation>
    </message>
    <message>
        <source>This check has no such text.</source>
        <translation>这一单没有这类内容。</translation>
    </message>
    <message>
        <source>This text still wants: {labels}.</source>
        <translation>还缺：{labels}。</translation>
    </message>
    <message>
        <source>Nothing was pasted: fill in your profile in the settings.</source>
        <translation>没有粘贴：请先在设置里填好个人资料。</translation>
    </message>
    <message>
        <source>Nothing was pasted: answer that first.</source>
        <translation>没有粘贴，请先补上。</translation>
    </message>
    <message>
        <source>There is no placeholder “{placeholder}”.</source>
        <translation>没有“{placeholder}”这个占位符。</translation>
    </message>
    <message>
        <source>Write “{asked}” to be asked for it, or “{text}” for text.</source>
        <translation>想在使用时再填，就写“{asked}”；想原样发出，就写“{text}”。</translation>
    </message>
    <message>
        <source>“{placeholder}” has no end.</source>
        <translation>“{placeholder}”没有结尾。</translation>
    </message>
    <message>
        <source>Close it with “{brace}” in its line, with no braces within.</source>
        <translation>请在同一行用“{brace}”结尾，中间不要再有大括号。</translation>
    </message>
    <message>
        <source>“{placeholder}” cannot be counted on from.</source>
        <translation>“{placeholder}”不能这样往后推算。</translation>
    </message>
    <message>
        <source>Write “{days}” or “{hours}”.</source>
        <translation>请写成“{days}”或“{hours}”。</translation>
    </message>
    <message>
        <source>“{placeholder}” takes nothing behind a colon.</source>
        <translation>“{placeholder}”的冒号后面不能写东西。</translation>
    </message>
    <message>
        <source>Write “{right}”.</source>
        <translation>请写成“{right}”。</translation>
    </message>
    <message>
        <source>“{form}” is no way to write a date or time.</source>
        <translation>“{form}”不是日期或时间的写法。</translation>
    </message>
    <message>
        <source>Use YYYY, M, D, HH, mm and W, as in “{right}”.</source>
        <translation>请用 YYYY、M、D、HH、mm 和 W，例如“{right}”。</translation>
    </message>
    <message>
        <source>“{placeholder}” does not say enough.</source>
        <translation>“{placeholder}”没有写完整。</translation>
    </message>
    <message>
        <source>Write it as in “{right}”.</source>
        <translation>请照“{right}”的样子写。</translation>
    </message>
    <message>
        <source>There is no phrase with the id “{id}”.</source>
        <translation>没有 id 为“{id}”的话术。</translation>
    </message>
    <message>
        <source>Write the id of a phrase of this book.</source>
        <translation>请写本话术库里一条话术的 id。</translation>
    </message>
    <message>
        <source>What follows “{placeholder}” makes no sense without a name.</source>
        <translation>不知道买家称呼时，“{placeholder}”后面的话不通顺。</translation>
    </message>
    <message>
        <source>Say what else to write: “{right}”.</source>
        <translation>请写明这时用什么代替：“{right}”。</translation>
    </message>
    <message>
        <source>“{source}” is no placeholder and stays text.</source>
        <translation>“{source}”不是占位符，会原样发出。</translation>
    </message>
    <message>
        <source>Write “{right}”, with half-width braces and no spaces.</source>
        <translation>请写成“{right}”，用半角大括号，不加空格。</translation>
    </message>
    <message>
        <source>This phrase takes in “{id}”, which is missing.</source>
        <translation>这条话术引用了“{id}”，但是没有这一条。</translation>
    </message>
    <message>
        <source>The phrase “{id}” takes in itself.</source>
        <translation>话术“{id}”引用了自己。</translation>
    </message>
    <message>
        <source>Too many phrases within one: “{id}” is left.</source>
        <translation>一条话术里引用得太多：到“{id}”为止。</translation>
    </message>
    <message>
        <source>“{placeholder}” has no end in this phrase.</source>
        <translation>这条话术里的“{placeholder}”没有结尾。</translation>
    </message>
    <message>
        <source>Nothing of this phrase is left to paste.</source>
        <translation>这条话术里没有剩下可以粘贴的内容。</translation>
    </message>
    <message>
        <source>Nothing was pasted: change it in the phrasebook.</source>
        <translation>没有粘贴：请在话术库里改好。</translation>
    </message>
    <message>
        <source>Take “{id}” out.</source>
        <translation>请去掉对“{id}”的引用。</translation>
    </message>
    <message>
        <source>A menu, a screen locker or a password prompt has taken the keyboard.</source>
        <translation>键盘被菜单、锁屏或密码框占用了。</translation>
    </message>
    <message>
        <source>Two variants are the same.</source>
        <translation>有两种说法一模一样。</translation>
    </message>
    <message>
        <source>Word one of them otherwise.</source>
        <translation>把其中一种换个说法。</translation>
    </message>
    <message>
        <source>The stage “{stage}” has no phrases.</source>
        <translation>阶段“{stage}”里没有话术。</translation>
    </message>
    <message>
        <source>Write some, or delete it.</source>
        <translation>补上几条，或者删掉这个阶段。</translation>
    </message>
    <message>
        <source>It reads nearly as “{other}” does.</source>
        <translation>和“{other}”几乎一样。</translation>
    </message>
    <message>
        <source>Keep one, or make them variants of one.</source>
        <translation>留一条，或者并成一条的几种说法。</translation>
    </message>
    <message>
        <source>Neither its title nor its keywords bring it among the first {number} results.</source>
        <translation>搜它的标题和关键词，它都排不进前 {number} 条。</translation>
    </message>
    <message>
        <source>Give it a keyword that no other phrase has.</source>
        <translation>给它加一个别的话术没有的关键词。</translation>
    </message>
    <message>
        <source>The text has {found} characters.</source>
        <translation>这段有 {found} 个字。</translation>
    </message>
    <message>
        <source>Buyers skip what is longer than {longest}: make it two.</source>
        <translation>超过 {longest} 个字买家会跳过去：分成两条。</translation>
    </message>
    <message>
        <source>There is more than one emoji.</source>
        <translation>表情不止一个。</translation>
    </message>
    <message>
        <source>Keep one at most.</source>
        <translation>最多留一个。</translation>
    </message>
    <message>
        <source>An apology has an emoji.</source>
        <translation>道歉的话里有表情。</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>去掉它。</translation>
    </message>
    <message>
        <source>“亲” stands here more than once.</source>
        <translation>“亲”不止一个。</translation>
    </message>
    <message>
        <source>Say it once at most, or 您.</source>
        <translation>最多说一次，或者用“您”。</translation>
    </message>
    <message>
        <source>This date is over.</source>
        <translation>这个日期已经过了。</translation>
    </message>
    <message>
        <source>Renew or delete it, or let “{date}” fill it in.</source>
        <translation>改掉或删掉，也可以写成“{date}”，用时自动填。</translation>
    </message>
    <message>
        <source>There is more than one “{cursor}”.</source>
        <translation>“{cursor}”不止一个。</translation>
    </message>
    <message>
        <source>Keep one: there is one cursor.</source>
        <translation>只留一个，光标只有一个。</translation>
    </message>
    <message>
        <source>More than {most} signs stand behind “{cursor}”.</source>
        <translation>“{cursor}”后面超过 {most} 个字。</translation>
    </message>
    <message>
        <source>Put it nearer to the end: it is not gone back so far.</source>
        <translation>往后挪一挪：光标不会退那么远。</translation>
    </message>
    <message>
        <source>“{word}” does not begin with a word.</source>
        <translation>“{word}”开头不是词。</translation>
    </message>
    <message>
        <source>Begin with a word, or with words to choose from: “{right}”.</source>
        <translation>开头写一个词，或者几个词选一个：“{right}”。</translation>
    </message>
    <message>
        <source>“{word}” cannot be read.</source>
        <translation>“{word}”看不懂。</translation>
    </message>
    <message>
        <source>Braces stand in pairs, “^” at the beginning goes with “$” at the end, and shapes are: {shapes}.</source>
        <translation>花括号要成对，开头有“^”结尾就要有“$”，能用的形状有：{shapes}。</translation>
    </message>
    <message>
        <source>Superlatives</source>
        <translation>绝对化用语</translation>
    </message>
    <message>
        <source>Guaranteed effects</source>
        <translation>效果保证</translation>
    </message>
    <message>
        <source>Health claims</source>
        <translation>医疗保健用语</translation>
    </message>
    <message>
        <source>Away from the platform</source>
        <translation>站外引流和私下交易</translation>
    </message>
    <message>
        <source>Reviews for reward</source>
        <translation>好处换评价</translation>
    </message>
    <message>
        <source>Asking for secrets</source>
        <translation>索要敏感信息</translation>
    </message>
    <message>
        <source>Invoices and unfair terms</source>
        <translation>发票和霸王条款</translation>
    </message>
    <message>
        <source>Prices and pressure</source>
        <translation>价格和催单</translation>
    </message>
    <message>
        <source>Cold or rude words</source>
        <translation>服务忌语</translation>
    </message>
    <message>
        <source>Blame</source>
        <translation>推卸责任</translation>
    </message>
    <message>
        <source>Promises without a rule</source>
        <translation>没有依据的承诺</translation>
    </message>
    <message>
        <source>Replies of one word</source>
        <translation>一字回复</translation>
    </message>
    <message>
        <source>English texts</source>
        <translation>英文用语</translation>
    </message>
    <message>
        <source>A superlative that nobody can prove; advertising law forbids it.</source>
        <translation>绝对化的说法，证明不了，广告法也不允许。</translation>
    </message>
    <message>
        <source>Name a fact: material, size, what is included.</source>
        <translation>换成事实：材质、尺寸、包含什么。</translation>
    </message>
    <message>
        <source>A rank needs a source.</source>
        <translation>说排名要有出处。</translation>
    </message>
    <message>
        <source>Leave it out, or say who counted and when.</source>
        <translation>去掉，或者写明谁在什么时候统计的。</translation>
    </message>
    <message>
        <source>Nobody can promise this effect to every buyer.</source>
        <translation>这种效果没法对每位买家打包票。</translation>
    </message>
    <message>
        <source>Say what the page or the manual says.</source>
        <translation>照页面或说明书上的写。</translation>
    </message>
    <message>
        <source>This compensation may be no rule of shop or platform.</source>
        <translation>店里和平台的规则里不一定有这样的赔付。</translation>
    </message>
    <message>
        <source>Name the rule that applies.</source>
        <translation>说清照哪条规则办。</translation>
    </message>
    <message>
        <source>Only medicines may claim this.</source>
        <translation>这是药品才能说的功效。</translation>
    </message>
    <message>
        <source>Describe the item without an effect on health.</source>
        <translation>只说商品本身，不说对身体的作用。</translation>
    </message>
    <message>
        <source>Platforms punish talking to buyers elsewhere.</source>
        <translation>引到站外联系，平台会处罚。</translation>
    </message>
    <message>
        <source>Go on in this chat.</source>
        <translation>就在这里聊。</translation>
    </message>
    <message>
        <source>The platform does not protect payments beside it.</source>
        <translation>不走平台付款，买家没有保障。</translation>
    </message>
    <message>
        <source>Have the order paid on the platform.</source>
        <translation>请买家在平台上付这笔订单。</translation>
    </message>
    <message>
        <source>It sends the buyer to another place.</source>
        <translation>这是把买家引到别处去。</translation>
    </message>
    <message>
        <source>Offer what this shop has.</source>
        <translation>推荐本店有的。</translation>
    </message>
    <message>
        <source>The link may lead away from the platform.</source>
        <translation>这个链接可能是站外的。</translation>
    </message>
    <message>
        <source>Send the link of the item here.</source>
        <translation>发本平台的商品链接。</translation>
    </message>
    <message>
        <source>Rewards for reviews are forbidden by law.</source>
        <translation>用好处换评价是违法的。</translation>
    </message>
    <message>
        <source>Ask for an honest review, and offer nothing.</source>
        <translation>请买家照实评价，什么都不许诺。</translation>
    </message>
    <message>
        <source>A buyer is pressed to change or give a review.</source>
        <translation>这是催买家给好评或改评价。</translation>
    </message>
    <message>
        <source>Solve the problem and leave the review alone.</source>
        <translation>先解决问题，评价随买家。</translation>
    </message>
    <message>
        <source>Feigned orders are forbidden by law.</source>
        <translation>虚假交易是违法的。</translation>
    </message>
    <message>
        <source>No shop may ask for codes, passwords or cards.</source>
        <translation>店铺不能索要验证码、密码和卡号。</translation>
    </message>
    <message>
        <source>Say where the buyer enters it alone.</source>
        <translation>告诉买家在哪里自己填。</translation>
    </message>
    <message>
        <source>It asks for more personal data than needed.</source>
        <translation>这件事用不着这么多个人信息。</translation>
    </message>
    <message>
        <source>Ask for the end of the order number.</source>
        <translation>问订单号后四位就够了。</translation>
    </message>
    <message>
        <source>A shop must invoice what was paid, at no extra price.</source>
        <translation>买家要发票就得照实付金额开，不能加钱。</translation>
    </message>
    <message>
        <source>Offer the invoice and ask for its title.</source>
        <translation>说可以开，再问抬头。</translation>
    </message>
    <message>
        <source>A term that takes a buyer&apos;s rights is void.</source>
        <translation>减损买家权利的条款无效。</translation>
    </message>
    <message>
        <source>Name the rule, and what can be done all the same.</source>
        <translation>说清照哪条规则，以及还能怎么办。</translation>
    </message>
    <message>
        <source>A price to compare with has to be proven.</source>
        <translation>用来对比的价格要有依据。</translation>
    </message>
    <message>
        <source>Name the price of now.</source>
        <translation>只说现在的价格。</translation>
    </message>
    <message>
        <source>It presses with a shortage or deadline that may not be true.</source>
        <translation>拿缺货或限时催人，情况不一定属实。</translation>
    </message>
    <message>
        <source>Give the real number or time, or leave it out.</source>
        <translation>写真实的数量和时间，不然就去掉。</translation>
    </message>
    <message>
        <source>Nobody can check what the shop has paid.</source>
        <translation>进价多少，买家无从核实。</translation>
    </message>
    <message>
        <source>Say what the price includes.</source>
        <translation>说说这个价包含什么。</translation>
    </message>
    <message>
        <source>It sounds cold or hostile.</source>
        <translation>听着冷淡或冲人。</translation>
    </message>
    <message>
        <source>Say what you do for the buyer next.</source>
        <translation>说您接下来为买家做什么。</translation>
    </message>
    <message>
        <source>It ends the talk without an answer.</source>
        <translation>话说死了，买家没得到答复。</translation>
    </message>
    <message>
        <source>Say whom you ask, and until when.</source>
        <translation>说您去问谁，什么时候回话。</translation>
    </message>
    <message>
        <source>It blames others; the buyer bought from you.</source>
        <translation>这是推给别人，买家是在咱们店买的。</translation>
    </message>
    <message>
        <source>Say what you do about it.</source>
        <translation>说您打算怎么办。</translation>
    </message>
    <message>
        <source>The shop may not be able to keep it.</source>
        <translation>店里不一定做得到。</translation>
    </message>
    <message>
        <source>Name the rule, or when you will tell more.</source>
        <translation>说照哪条规则，或者什么时候给准话。</translation>
    </message>
    <message>
        <source>One word is no answer.</source>
        <translation>一两个字不算回答。</translation>
    </message>
    <message>
        <source>Add what happens next.</source>
        <translation>补上接下来怎么办。</translation>
    </message>
    <message>
        <source>This is no pack of words.</source>
        <translation>这不是词库文件。</translation>
    </message>
    <message>
        <source>Begin with “id: …” and “rules:”.</source>
        <translation>开头写“id: …”和“rules:”。</translation>
    </message>
    <message>
        <source>There is no reason “{reason}”.</source>
        <translation>没有“{reason}”这个理由。</translation>
    </message>
    <message>
        <source>Write “why” and “advice” instead, or one of: {names}.</source>
        <translation>改写“why”和“advice”，或者用其中一个：{names}。</translation>
    </message>
    <message>
        <source>“{key}” cannot be “{written}”.</source>
        <translation>“{key}”不能是“{written}”。</translation>
    </message>
    <message>
        <source>Write one of: {known}.</source>
        <translation>写其中一个：{known}。</translation>
    </message>
    <message>
        <source>This is answered by yes or no.</source>
        <translation>这里只答是或否。</translation>
    </message>
    <message>
        <source>This is none of the answers offered here.</source>
        <translation>这不是这里可选的答案。</translation>
    </message>
    <message>
        <source>This is answered by a text.</source>
        <translation>这里要填文字。</translation>
    </message>
    <message>
        <source>A text has {most} characters at most here.</source>
        <translation>这里最多填 {most} 个字。</translation>
    </message>
    <message>
        <source>This is answered by an amount, such as 12.50.</source>
        <translation>这里要填金额，例如 12.50。</translation>
    </message>
    <message>
        <source>This is answered by a number, such as 2.</source>
        <translation>这里要填数字，例如 2。</translation>
    </message>
    <message>
        <source>This is answered by a time, such as 2026-11-20 15:20.</source>
        <translation>这里要填时间，例如 2026-11-20 15:20。</translation>
    </message>
    <message>
        <source>This answer does not fit.</source>
        <translation>这个答案不合适。</translation>
    </message>
    <message>
        <source>Not ticked yet.</source>
        <translation>还没打勾。</translation>
    </message>
    <message>
        <source>Not answered yet.</source>
        <translation>还没填。</translation>
    </message>
    <message>
        <source>This list cannot be finished yet.</source>
        <translation>这份清单还不能完成。</translation>
    </message>
    <message>
        <source>A rule of this item cannot be worked out.</source>
        <translation>这一条有个规则算不出来。</translation>
    </message>
    <message>
        <source>Look yourself, and tell whoever wrote the list.</source>
        <translation>请自己看一眼，并告诉写清单的人。</translation>
    </message>
    <message>
        <source>The remark has {size} bytes; the platform takes {most}.</source>
        <translation>备注有 {size} 字节，平台最多 {most} 字节。</translation>
    </message>
    <message>
        <source>This is no reason yet.</source>
        <translation>这还不算理由。</translation>
    </message>
    <message>
        <source>Write in a few words why it may pass.</source>
        <translation>请用几个字说明为什么可以放行。</translation>
    </message>
    <message>
        <source>There is no preset “{id}”.</source>
        <translation>没有叫“{id}”的预设。</translation>
    </message>
    <message>
        <source>There is nothing at that place.</source>
        <translation>那个位置没有内容。</translation>
    </message>
    <message>
        <source>This check cannot be finished yet.</source>
        <translation>这次核对还不能完成。</translation>
    </message>
    <message>
        <source>Open: {labels}.</source>
        <translation>还差：{labels}。</translation>
    </message>
    <message>
        <source>Put it right, or say why it may pass as it is.</source>
        <translation>请改好，或写明为什么可以放行。</translation>
    </message>
    <message>
        <source>There is no item “{id}”.</source>
        <translation>没有叫“{id}”的条目。</translation>
    </message>
    <message>
        <source>This is worked out, not answered.</source>
        <translation>这一条是算出来的，不用填。</translation>
    </message>
    <message>
        <source>There is no checklist “{id}”.</source>
        <translation>没有叫“{id}”的清单。</translation>
    </message>
    <message>
        <source>Known lists: {ids}.</source>
        <translation>现有的清单：{ids}。</translation>
    </message>
    <message>
        <source>“{id}” is no id.</source>
        <translation>“{id}”不能作 id。</translation>
    </message>
    <message>
        <source>Use Latin letters, digits and “_”, a letter first.</source>
        <translation>请用英文字母、数字和“_”，以字母开头。</translation>
    </message>
    <message>
        <source>“{req}” does not say if it must be answered.</source>
        <translation>“{req}”没说清要不要填。</translation>
    </message>
    <message>
        <source>Write R for always, O for never, or “C: …” with a condition.</source>
        <translation>必填写 R，选填写 O，有条件写“C: …”。</translation>
    </message>
    <message>
        <source>“{written}” is no “{key}” of a checklist.</source>
        <translation>“{written}”不是清单里的“{key}”。</translation>
    </message>
    <message>
        <source>Write one of these: {known}.</source>
        <translation>请写其中之一：{known}。</translation>
    </message>
    <message>
        <source>“{key}” asks for “{what}”, unknown here.</source>
        <translation>“{key}”用到的“{what}”这里没有。</translation>
    </message>
    <message>
        <source>Use the name of an item, or one of the manual&apos;s.</source>
        <translation>请用条目的名字，或手册里列出的名字。</translation>
    </message>
    <message>
        <source>“{what}” has too few or too many values in its brackets.</source>
        <translation>“{what}”括号里的值太少或太多。</translation>
    </message>
    <message>
        <source>See the manual for what it takes.</source>
        <translation>请看手册里它要几个值。</translation>
    </message>
    <message>
        <source>“{what}” depends on itself.</source>
        <translation>“{what}”绕回了它自己。</translation>
    </message>
    <message>
        <source>Let one of them stand without the other.</source>
        <translation>请让其中一个不依赖另一个。</translation>
    </message>
    <message>
        <source>The expression of “{key}” is too long.</source>
        <translation>“{key}”的表达式太长。</translation>
    </message>
    <message>
        <source>Divide it among several items.</source>
        <translation>请拆成几条。</translation>
    </message>
    <message>
        <source>“{key}” is no expression that is known here.</source>
        <translation>“{key}”不是这里认识的表达式。</translation>
    </message>
    <message>
        <source>Compare names and values: phone == None, or has(name) and not ext.</source>
        <translation>请比较名字和值：phone == None，或 has(name) and not ext。</translation>
    </message>
    <message>
        <source>The class “{name}” stands here twice.</source>
        <translation>品类“{name}”写了两次。</translation>
    </message>
    <message>
        <source>Delete one, or name it otherwise.</source>
        <translation>删掉一条，或换个名字。</translation>
    </message>
    <message>
        <source>There are no rules in this file.</source>
        <translation>这个文件里没有规则。</translation>
    </message>
    <message>
        <source>Copy the file that comes with qtdesk, and change what differs.</source>
        <translation>把 qtdesk 自带的那份复制过来，改不同的地方。</translation>
    </message>
    <message>
        <source>Nothing was pasted.</source>
        <translation>没有粘贴任何内容。</translation>
    </message>
    <message>
        <source>From {month}/{day}{clock} on</source>
        <translation>{month}月{day}日{clock} 起才能用</translation>
    </message>
    <message>
        <source>Over since {month}/{day}{clock}</source>
        <translation>到 {month}月{day}日{clock} 已结束</translation>
    </message>
    <message>
        <source>No promotion is on</source>
        <translation>当前没有活动</translation>
    </message>
    <message>
        <source>Not to be used any more</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Not to be used any more: {reason}</source>
        <translation>已停用：{reason}</translation>
    </message>
    <message>
        <source>“{key}” is yes or no.</source>
        <translation>“{key}”只能是 yes 或 no。</translation>
    </message>
    <message>
        <source>Write “{key}: yes”, or delete the line.</source>
        <translation>写成“{key}: yes”，或删掉这一行。</translation>
    </message>
    <message>
        <source>The phrase has no text yet.</source>
        <translation>这条话术还没有正文。</translation>
    </message>
    <message>
        <source>Write what the buyer will read.</source>
        <translation>写上要发给买家的内容。</translation>
    </message>
    <message>
        <source>“{written}” is no day of the calendar.</source>
        <translation>“{written}”不是日历上的日期。</translation>
    </message>
    <message>
        <source>Write it as 2026-11-11 or 2026-11-11 18:00.</source>
        <translation>写成 2026-11-11 或 2026-11-11 18:00。</translation>
    </message>
    <message>
        <source>The last day comes before the first.</source>
        <translation>截止在开始之前。</translation>
    </message>
    <message>
        <source>“until” comes before “from”.</source>
        <translation>“until”早于“from”。</translation>
    </message>
    <message>
        <source>Look at both days again.</source>
        <translation>请检查这两个日期。</translation>
    </message>
    <message>
        <source>That is no name of a buyer.</source>
        <translation>这不是买家的称呼。</translation>
    </message>
    <message>
        <source>Type a nickname or the last digits of an order, {count} signs at most.</source>
        <translation>请输入昵称或订单尾号，最多 {count} 个字。</translation>
    </message>
    <message>
        <source>{count} buyers are open.</source>
        <translation>已经打开了 {count} 个买家。</translation>
    </message>
    <message>
        <source>Close one of them first.</source>
        <translation>请先关掉一个。</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎语</translation>
    </message>
    <message>
        <source>Dialogue</source>
        <translation>对话语</translation>
    </message>
    <message>
        <source>Bargaining</source>
        <translation>议价语</translation>
    </message>
    <message>
        <source>Paying</source>
        <translation>支付用语</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>物流用语</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>售后语</translation>
    </message>
    <message>
        <source>Praise</source>
        <translation>好评用语</translation>
    </message>
    <message>
        <source>Goodbye</source>
        <translation>欢送语</translation>
    </message>
    <message>
        <source>Promotions</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Recommending</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>Solving</source>
        <translation>解答问题</translation>
    </message>
    <message>
        <source>Agreeing</source>
        <translation>沟通</translation>
    </message>
    <message>
        <source>Confirming</source>
        <translation>订单确认</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>欢送好评</translation>
    </message>
    <message>
        <source>The checklists are still loading.</source>
        <translation>清单还在读取。</translation>
    </message>
    <message>
        <source>{place} has a fault.</source>
        <translation>{place} 有错。</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>What was promised to buyers, and by when</source>
        <translation>答应过买家什么、什么时候</translation>
    </message>
    <message>
        <source>Record tables</source>
        <translation>登记表</translation>
    </message>
    <message>
        <source>Rows to keep, look up and hand on</source>
        <translation>登记、查找、交接</translation>
    </message>
    <message>
        <source>Records of checks</source>
        <translation>核对记录</translation>
    </message>
    <message>
        <source>What was checked, when, and how it ended</source>
        <translation>核过哪些单、什么时候、结果如何</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>抽查</translation>
    </message>
    <message>
        <source>Samples of order checks, scores, figures</source>
        <translation>抽查核单、评分和统计</translation>
    </message>
    <message>
        <source>Size helper</source>
        <translation>选尺码</translation>
    </message>
    <message>
        <source>From height and weight to a size</source>
        <translation>按身高体重选尺码</translation>
    </message>
    <message>
        <source>All checklists</source>
        <translation>全部清单</translation>
    </message>
    <message>
        <source>Where they are from, switch off, copy</source>
        <translation>从哪来、关掉、复制一份自己改</translation>
    </message>
    <message>
        <source>Paste profiles</source>
        <translation>粘贴方式</translation>
    </message>
    <message>
        <source>How qtdesk pastes into a program</source>
        <translation>往某个程序里怎么贴</translation>
    </message>
    <message>
        <source>One of these: {known}.</source>
        <translation>可以是：{known}。</translation>
    </message>
    <message>
        <source>This does not fit “{column}”.</source>
        <translation>这不能填进“{column}”。</translation>
    </message>
    <message>
        <source>Write yes or no.</source>
        <translation>写 yes 或 no。</translation>
    </message>
    <message>
        <source>Write an amount such as 12.50.</source>
        <translation>请写金额，如 12.50。</translation>
    </message>
    <message>
        <source>Write a number.</source>
        <translation>请写数字。</translation>
    </message>
    <message>
        <source>Write a day such as 2026-11-22.</source>
        <translation>请写日期，如 2026-11-22。</translation>
    </message>
    <message>
        <source>Write day and time, such as 2026-11-22 15:20.</source>
        <translation>请写日期和时间，如 2026-11-22 15:20。</translation>
    </message>
    <message>
        <source>“{column}” holds {most} characters at most.</source>
        <translation>“{column}”最多 {most} 个字。</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>请写短一些。</translation>
    </message>
    <message>
        <source>There is no table “{what}”.</source>
        <translation>没有表格“{what}”。</translation>
    </message>
    <message>
        <source>That table has no column “{what}”.</source>
        <translation>那张表没有列“{what}”。</translation>
    </message>
    <message>
        <source>The row for “{what}” has no columns.</source>
        <translation>写进“{what}”的行没有列。</translation>
    </message>
    <message>
        <source>Add “columns:” with an expression for each.</source>
        <translation>加上“columns:”，每列一个表达式。</translation>
    </message>
    <message>
        <source>That table wants its column “{what}” filled.</source>
        <translation>那张表的列“{what}”必填。</translation>
    </message>
    <message>
        <source>Add it below “columns:”.</source>
        <translation>加到“columns:”下面。</translation>
    </message>
    <message>
        <source>This column holds another kind of value: {what}.</source>
        <translation>这一列存的是另一种值：{what}。</translation>
    </message>
    <message>
        <source>Reckon it, as with number(x), x == 1 or text(x).</source>
        <translation>换算一下，如 number(x)、x == 1 或 text(x)。</translation>
    </message>
    <message>
        <source>“{what}” is none of the answers of that column.</source>
        <translation>“{what}”不是那一列的选项。</translation>
    </message>
    <message>
        <source>Nothing is said of checklists here.</source>
        <translation>这里没有写到清单。</translation>
    </message>
    <message>
        <source>Write “off:” and the ids of lists in [ ].</source>
        <translation>写“off:”，后面在 [ ] 里写清单的编号。</translation>
    </message>
    <message>
        <source>Write a day such as 2026-11-21.</source>
        <translation>日期写成 2026-11-21 这样。</translation>
    </message>
    <message>
        <source>Write a time such as “22:00”.</source>
        <translation>时间写成 “22:00” 这样。</translation>
    </message>
    <message>
        <source>Write a number above zero.</source>
        <translation>写一个大于零的数。</translation>
    </message>
    <message>
        <source>Write a part of one: 0.05 is five per cent.</source>
        <translation>写成小数：0.05 是百分之五。</translation>
    </message>
    <message>
        <source>“{written}” cannot be the value of “{key}”.</source>
        <translation>“{key}”的值不能是“{written}”。</translation>
    </message>
    <message>
        <source>This is no size table.</source>
        <translation>这不是尺码表。</translation>
    </message>
    <message>
        <source>Begin with “id: …” and “tables:”.</source>
        <translation>开头写“id: …”和“tables:”。</translation>
    </message>
    <message>
        <source>The id is not the name of the file.</source>
        <translation>编号和文件名不一样。</translation>
    </message>
    <message>
        <source>Write “id: {name}”.</source>
        <translation>请写成“id: {name}”。</translation>
    </message>
    <message>
        <source>No column names the size.</source>
        <translation>没有一列写尺码。</translation>
    </message>
    <message>
        <source>One has the key {keys}.</source>
        <translation>要有一列的键是 {keys} 之一。</translation>
    </message>
    <message>
        <source>No column has a measure.</source>
        <translation>没有一列是尺寸。</translation>
    </message>
    <message>
        <source>A table has two sizes or more.</source>
        <translation>一份表至少要有两个码。</translation>
    </message>
    <message>
        <source>Add a row for each size.</source>
        <translation>每个码写一行。</translation>
    </message>
    <message>
        <source>“{key}” stands without its other end.</source>
        <translation>“{key}”缺了另一头。</translation>
    </message>
    <message>
        <source>A range has {keys}.</source>
        <translation>范围要成对：{keys}。</translation>
    </message>
    <message>
        <source>“{key}” is less than in the row before.</source>
        <translation>“{key}”比上一行小。</translation>
    </message>
    <message>
        <source>Sizes stand from small to large.</source>
        <translation>尺码要从小到大排。</translation>
    </message>
    <message>
        <source>“{key}” is no number.</source>
        <translation>“{key}”不是数字。</translation>
    </message>
    <message>
        <source>Write a figure without its unit.</source>
        <translation>只写数字，不写单位。</translation>
    </message>
    <message>
        <source>This is not a table.</source>
        <translation>这不是表格。</translation>
    </message>
    <message>
        <source>Begin with “id: …” and “columns:”.</source>
        <translation>以“id: …”和“columns:”开头。</translation>
    </message>
    <message>
        <source>“{id}” is no id of a column here.</source>
        <translation>“{id}”不能作这里的列 id。</translation>
    </message>
    <message>
        <source>Use Latin letters, digits and “_”, each name once.</source>
        <translation>用拉丁字母、数字和“_”，每个名字只用一次。</translation>
    </message>
    <message>
        <source>The “usual” of “{column}” does not fit it.</source>
        <translation>“{column}”的“usual”填不进这一列。</translation>
    </message>
    <message>
        <source>“{written}” is no “{key}” of a table.</source>
        <translation>“{written}”不能作表格的“{key}”。</translation>
    </message>
    <message>
        <source>The list could not be copied.</source>
        <translation>清单没能复制。</translation>
    </message>
    <message>
        <source>Try again when it can be reached.</source>
        <translation>等读得到时再试。</translation>
    </message>
    <message>
        <source>{id} is in {file} already.</source>
        <translation>{id} 在 {file} 里已经有了。</translation>
    </message>
    <message>
        <source>Give one of them another id.</source>
        <translation>给其中一个换个编号。</translation>
    </message>
    <message>
        <source>No column of this file is known.</source>
        <translation>这个文件里没有认识的列。</translation>
    </message>
    <message>
        <source>Its first line must have titles such as {titles}.</source>
        <translation>第一行要有列名，如 {titles}。</translation>
    </message>
    <message>
        <source>“{column}” is empty.</source>
        <translation>“{column}”是空的。</translation>
    </message>
    <message>
        <source>Fill it in; the table wants it.</source>
        <translation>请填上，这一项必填。</translation>
    </message>
    <message>
        <source>This id stands twice in the file.</source>
        <translation>这个编号在文件里出现了两次。</translation>
    </message>
    <message>
        <source>Delete one of the lines, or its id.</source>
        <translation>删掉其中一行，或删掉它的编号。</translation>
    </message>
    <message>
        <source>This id is none of ours.</source>
        <translation>这个编号不是我们的。</translation>
    </message>
    <message>
        <source>Leave it empty for a new row.</source>
        <translation>新行请留空。</translation>
    </message>
    <message>
        <source>{name} is too large.</source>
        <translation>{name} 太大。</translation>
    </message>
    <message>
        <source>Divide it into files of {most} lines.</source>
        <translation>请分成每个最多 {most} 行的文件。</translation>
    </message>
    <message>
        <source>{name} is no table.</source>
        <translation>{name} 不是表格。</translation>
    </message>
    <message>
        <source>Save it as CSV (UTF-8) or as an Excel workbook (.xlsx).</source>
        <translation>请存成 CSV（UTF-8）或 Excel 工作簿（.xlsx）。</translation>
    </message>
    <message>
        <source>{name} is no name of a phrasebook.</source>
        <translation>{name} 不能作话术库的文件名。</translation>
    </message>
    <message>
        <source>Let it end in {suffix}.</source>
        <translation>请以 {suffix} 结尾。</translation>
    </message>
    <message>
        <source>“{title}” has the code {code}, too.</source>
        <translation>“{title}”也用编码 {code}。</translation>
    </message>
    <message>
        <source>Typed, it could mean either of the two.</source>
        <translation>打出来分不清是哪一条。</translation>
    </message>
    <message>
        <source>“{title}” reads nearly the same.</source>
        <translation>“{title}”和这条差不多。</translation>
    </message>
    <message>
        <source>It may be enough to change that one.</source>
        <translation>也许改那一条就够了。</translation>
    </message>
    <message>
        <source>There is no hand-over in this text.</source>
        <translation>复制的文字里没有交接内容。</translation>
    </message>
    <message>
        <source>Copy the whole message of the shift before, then try again.</source>
        <translation>请把上一班的整条消息复制下来，再试一次。</translation>
    </message>
    <message>
        <source>Its first line was changed.</source>
        <translation>第一行被改过。</translation>
    </message>
    <message>
        <source>Line {number} was changed.</source>
        <translation>第 {number} 行被改过。</translation>
    </message>
    <message>
        <source>Missing of {count} lines: {lines}.</source>
        <translation>共 {count} 行，缺第 {lines} 行。</translation>
    </message>
    <message>
        <source>Its end is missing, or a line is odd.</source>
        <translation>缺了结尾，或者有一行不对。</translation>
    </message>
    <message>
        <source>This hand-over is not complete.</source>
        <translation>交接内容不完整。</translation>
    </message>
    <message>
        <source>Copy the whole message; nothing was taken.</source>
        <translation>请复制整条消息；这次什么都没接。</translation>
    </message>
    <message>
        <source>This hand-over cannot be read.</source>
        <translation>交接内容读不出来。</translation>
    </message>
    <message>
        <source>Ask for it once more; nothing was taken.</source>
        <translation>请对方再发一次；这次什么都没接。</translation>
    </message>
    <message>
        <source>No phrase carries this picture.</source>
        <translation>没有话术用到这张图片。</translation>
    </message>
    <message>
        <source>Delete it, or name it in a phrase.</source>
        <translation>删掉，或者写进某条话术。</translation>
    </message>
    <message>
        <source>A picture is a message of its own.</source>
        <translation>图片要单独作为一条消息。</translation>
    </message>
    <message>
        <source>Nothing was pasted: paste that phrase by itself.</source>
        <translation>没有粘贴：请单独粘贴那条话术。</translation>
    </message>
    <message>
        <source>The picture is not on this computer any more.</source>
        <translation>这张图片已经不在这台电脑上。</translation>
    </message>
    <message>
        <source>Nothing was pasted: it comes back once its phrasebook can be read.</source>
        <translation>没有粘贴：等话术库能读到时会自动补回。</translation>
    </message>
    <message>
        <source>Save it anew as PNG.</source>
        <translation>请另存为 PNG。</translation>
    </message>
    <message>
        <source>There is no picture “{path}”.</source>
        <translation>没有图片“{path}”。</translation>
    </message>
    <message>
        <source>Put it there, beside the phrasebook.</source>
        <translation>把它放到话术库旁边的这个位置。</translation>
    </message>
    <message>
        <source>“{path}” may not be opened.</source>
        <translation>“{path}”没有权限打开。</translation>
    </message>
    <message>
        <source>Let all who use the book read it.</source>
        <translation>让用这本话术库的人都能读取。</translation>
    </message>
    <message>
        <source>“{path}” is not in the folder of the book.</source>
        <translation>“{path}”不在话术库的文件夹里。</translation>
    </message>
    <message>
        <source>Put it in there, and write “pictures/name.png”.</source>
        <translation>放进文件夹，写成“pictures/name.png”。</translation>
    </message>
    <message>
        <source>The picture is larger than {most} MB.</source>
        <translation>图片超过 {most} MB。</translation>
    </message>
    <message>
        <source>Save it with fewer pixels or colours.</source>
        <translation>减少像素或颜色后再存一次。</translation>
    </message>
    <message>
        <source>The picture is damaged or cut off.</source>
        <translation>图片损坏，或者不完整。</translation>
    </message>
    <message>
        <source>Copy it anew, or save it anew as PNG.</source>
        <translation>重新复制一遍，或者重新存为 PNG。</translation>
    </message>
    <message>
        <source>The picture has {width} × {height} pixels: {most} at most.</source>
        <translation>图片有 {width} × {height} 像素，每边最多 {most}。</translation>
    </message>
    <message>
        <source>Save it smaller.</source>
        <translation>缩小后再存一次。</translation>
    </message>
    <message>
        <source>The picture is a {kind}, not a PNG.</source>
        <translation>这张图片是 {kind}，不是 PNG。</translation>
    </message>
    <message>
        <source>The file is no picture that can be read.</source>
        <translation>这个文件不是能读的图片。</translation>
    </message>
    <message>
        <source>The HTML has more than {most} characters.</source>
        <translation>HTML 超过 {most} 个字符。</translation>
    </message>
    <message>
        <source>Say less, or send a picture.</source>
        <translation>写短一些，或者改用图片。</translation>
    </message>
    <message>
        <source>“&lt;{tag}&gt;” is not used in phrases.</source>
        <translation>话术里不能用“&lt;{tag}&gt;”。</translation>
    </message>
    <message>
        <source>A picture goes into “image: …”.</source>
        <translation>图片请写在“image: …”里。</translation>
    </message>
    <message>
        <source>Tags known here: {tags}.</source>
        <translation>能用的标签：{tags}。</translation>
    </message>
    <message>
        <source>A placeholder stands within a tag.</source>
        <translation>占位符写在了标签里面。</translation>
    </message>
    <message>
        <source>Write it between tags, as text.</source>
        <translation>写到标签之间，作为文字。</translation>
    </message>
    <message>
        <source>“&lt;/{tag}&gt;” closes nothing here.</source>
        <translation>这里的“&lt;/{tag}&gt;”没有对应的开头。</translation>
    </message>
    <message>
        <source>Close tags in turn, the last first.</source>
        <translation>标签要依次关闭，后开的先关。</translation>
    </message>
    <message>
        <source>“&lt;{tag}&gt;” stays open.</source>
        <translation>“&lt;{tag}&gt;”没有关闭。</translation>
    </message>
    <message>
        <source>Add “&lt;/{tag}&gt;”.</source>
        <translation>补上“&lt;/{tag}&gt;”。</translation>
    </message>
    <message>
        <source>“{name}” of “&lt;{tag}&gt;” is not used so.</source>
        <translation>“&lt;{tag}&gt;”不能这样用“{name}”。</translation>
    </message>
    <message>
        <source>Leave it out; links begin with https:// or mailto:.</source>
        <translation>去掉它；链接要以 https:// 或 mailto: 开头。</translation>
    </message>
    <message>
        <source>The style “{rule}” is not used.</source>
        <translation>不能用样式“{rule}”。</translation>
    </message>
    <message>
        <source>Styles known here: {styles}.</source>
        <translation>能用的样式：{styles}。</translation>
    </message>
    <message>
        <source>This is neither text nor a tag.</source>
        <translation>这里既不是文字，也不是标签。</translation>
    </message>
    <message>
        <source>Take it out; “&lt;” as text is “&amp;lt;”.</source>
        <translation>去掉它；要写“&lt;”这个字，请写成“&amp;lt;”。</translation>
    </message>
    <message>
        <source>A phrase with variants has no picture here.</source>
        <translation>有多种说法的话术不能带图片。</translation>
    </message>
    <message>
        <source>Keep one text, or make it “parts”.</source>
        <translation>只留一段文字，或者改成“parts”。</translation>
    </message>
    <message>
        <source>“html” needs exactly one “text”.</source>
        <translation>“html”要配且只配一个“text”。</translation>
    </message>
    <message>
        <source>Say the same in “text”: for chats that take plain text.</source>
        <translation>在“text”里写上同样的话，给只收纯文字的聊天框用。</translation>
    </message>
    <message>
        <source>“{name}” is not in “text”.</source>
        <translation>“text”里没有“{name}”。</translation>
    </message>
    <message>
        <source>Say the same in both.</source>
        <translation>两边要写一样的内容。</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Quick panel</source>
        <translation>快捷面板</translation>
    </message>
    <message>
        <source>Opens the phrase search from anywhere.</source>
        <translation>在任何窗口按下，打开话术搜索。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Language of qtdesk itself, not of phrases.</source>
        <translation>qtdesk 界面的语言，话术内容不变。</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Light or dark; auto follows the system.</source>
        <translation>浅色或深色，也可以跟随系统。</translation>
    </message>
    <message>
        <source>Wait for the chat window (seconds)</source>
        <translation>等待聊天窗口（秒）</translation>
    </message>
    <message>
        <source>How long a slow window may take to read the text before qtdesk says so.</source>
        <translation>窗口反应慢时等多久，超过就提示。</translation>
    </message>
    <message>
        <source>Say when a paste was not confirmed</source>
        <translation>粘贴未确认时提示</translation>
    </message>
    <message>
        <source>One short message beside the tray.</source>
        <translation>在托盘旁显示一条简短消息。</translation>
    </message>
    <message>
        <source>Press Ctrl+V itself (Wayland)</source>
        <translation>自己按 Ctrl+V（Wayland）</translation>
    </message>
    <message>
        <source>The desktop asks once. The text goes to the window that has the focus then, which Wayland does not let qtdesk check.</source>
        <translation>桌面系统会询问一次。话术会进入当时有焦点的窗口，Wayland 不让 qtdesk 检查是哪个窗口。</translation>
    </message>
    <message>
        <source>Tell me of new releases</source>
        <translation>有新版本时告诉我</translation>
    </message>
    <message>
        <source>Asks the address below once a day; installs nothing.</source>
        <translation>每天向下面的地址问一次；不会安装任何东西。</translation>
    </message>
    <message>
        <source>Address for updates</source>
        <translation>更新地址</translation>
    </message>
    <message>
        <source>From whoever looks after qtdesk in your team; with its key.</source>
        <translation>由团队里管 qtdesk 的人给出，带有密钥。</translation>
    </message>
    <message>
        <source>Show the dock</source>
        <translation>显示侧边栏</translation>
    </message>
    <message>
        <source>Stages and phrases beside the chat, one click each. Never takes the keys.</source>
        <translation>阶段和话术摆在聊天窗口旁，点一下就贴；它从不抢走键盘。</translation>
    </message>
    <message>
        <source>Place of the dock</source>
        <translation>侧边栏放哪里</translation>
    </message>
    <message>
        <source>Beside the window in front, where you drag it, or at the edge.</source>
        <translation>贴着最前面的窗口，或拖到哪里就在哪里，或收在屏幕边。</translation>
    </message>
    <message>
        <source>Dock</source>
        <translation>侧边栏</translation>
    </message>
    <message>
        <source>Shows the dock, or puts it away.</source>
        <translation>打开或收起侧边栏。</translation>
    </message>
    <message>
        <source>Next buyer</source>
        <translation>下一个买家</translation>
    </message>
    <message>
        <source>While the dock is shown; all buyers in turn.</source>
        <translation>侧边栏打开时有效，依次轮换。</translation>
    </message>
    <message>
        <source>Keys for stages</source>
        <translation>阶段键</translation>
    </message>
    <message>
        <source>While the dock is shown, Ctrl+Alt (on a Mac Ctrl+Shift) with 1 … 9, 0, -, = and ` turns to a stage. They paste nothing.</source>
        <translation>侧边栏打开时，Ctrl+Alt（Mac 上是 Ctrl+Shift）加 1 … 9、0、-、= 和 ` 翻到一个阶段，什么也不贴。</translation>
    </message>
    <message>
        <source>View of the stages</source>
        <translation>阶段视图</translation>
    </message>
    <message>
        <source>How the dock counts the stages of a sale.</source>
        <translation>侧边栏里一次接待分成哪几步。</translation>
    </message>
    <message>
        <source>Start when I log in</source>
        <translation>登录时启动</translation>
    </message>
    <message>
        <source>It waits in the tray and opens nothing.</source>
        <translation>在托盘里等着，不打开任何窗口。</translation>
    </message>
    <message>
        <source>Typed abbreviations</source>
        <translation>输入编码出话术</translation>
    </message>
    <message>
        <source>Dock beside the chat</source>
        <translation>聊天旁的侧边栏</translation>
    </message>
    <message>
        <source>When orders are shipped</source>
        <translation>发货时间</translation>
    </message>
    <message>
        <source>Stands in phrases for {ship_time} or {发货时间}.</source>
        <translation>在话术中代替 {ship_time} 或 {发货时间}。</translation>
    </message>
    <message>
        <source>Address for returns</source>
        <translation>退货地址</translation>
    </message>
    <message>
        <source>Stands in phrases for {return_addr} or {退货地址}.</source>
        <translation>在话术中代替 {return_addr} 或 {退货地址}。</translation>
    </message>
    <message>
        <source>When invoices are written</source>
        <translation>开票时间</translation>
    </message>
    <message>
        <source>Stands in phrases for {invoice_time} or {开票时间}.</source>
        <translation>在话术中代替 {invoice_time} 或 {开票时间}。</translation>
    </message>
    <message>
        <source>Regions that get no parcels</source>
        <translation>不达地区</translation>
    </message>
    <message>
        <source>Stands in phrases for {unreachable} or {不达地区}.</source>
        <translation>在话术中代替 {unreachable} 或 {不达地区}。</translation>
    </message>
    <message>
        <source>A code typed in the chat, such as ;th and a space, becomes its phrase. For this qtdesk hears your keys; it keeps none, and the tray says so.</source>
        <translation>在聊天框里输入编码，例如 ;th 加空格，就换成对应的话术。为此 qtdesk 会听到您的按键；一个也不保留，托盘上也会写明。</translation>
    </message>
    <message>
        <source>Abbreviations begin with</source>
        <translation>编码前的符号</translation>
    </message>
    <message>
        <source>Type it twice to write it before a word.</source>
        <translation>要打出这个符号本身，就连打两次。</translation>
    </message>
    <message>
        <source>No abbreviations in</source>
        <translation>在这些程序里不用</translation>
    </message>
    <message>
        <source>Names of programs, with commas between them. qtdesk keeps out of them.</source>
        <translation>程序名，用逗号隔开。qtdesk 在这些程序里什么也不做。</translation>
    </message>
    <message>
        <source>Order checks</source>
        <translation>核单</translation>
    </message>
    <message>
        <source>Check an order</source>
        <translation>核单</translation>
    </message>
    <message>
        <source>Copy the order first; it is read from there.</source>
        <translation>先复制订单，内容从剪贴板读取。</translation>
    </message>
    <message>
        <source>Back to the check at hand</source>
        <translation>回到手上的核对</translation>
    </message>
    <message>
        <source>The one you were at last, of whichever list it is.</source>
        <translation>上次停下的那张，不管是哪张清单。</translation>
    </message>
    <message>
        <source>Paste the remark</source>
        <translation>粘贴备注</translation>
    </message>
    <message>
        <source>Of the check at hand, into the window in front.</source>
        <translation>手头这一单的，粘贴到当前窗口。</translation>
    </message>
    <message>
        <source>Paste the note to the warehouse</source>
        <translation>粘贴仓库群消息</translation>
    </message>
    <message>
        <source>Change an address</source>
        <translation>改地址</translation>
    </message>
    <message>
        <source>Copy the new address first.</source>
        <translation>先复制新地址。</translation>
    </message>
    <message>
        <source>The shop&apos;s platform</source>
        <translation>店铺所在平台</translation>
    </message>
    <message>
        <source>Its rules count for shipping, remarks and forbidden words.</source>
        <translation>发货时限、备注长度和违规用语按该平台的规则算。</translation>
    </message>
    <message>
        <source>The usual courier</source>
        <translation>默认快递</translation>
    </message>
    <message>
        <source>Buyers read it in confirmations; none where it is empty.</source>
        <translation>会写进给买家的核对信息；留空则不写。</translation>
    </message>
    <message>
        <source>Show buyers their whole number</source>
        <translation>给买家看完整手机号</translation>
    </message>
    <message>
        <source>In confirmations; otherwise the middle of it is stars.</source>
        <translation>用在核对信息里；不开则中间几位打星号。</translation>
    </message>
    <message>
        <source>Keep buyers&apos; data in records (days)</source>
        <translation>核单记录保留买家信息（天）</translation>
    </message>
    <message>
        <source>Then names, phones, addresses and free text go from the records of order checks; the verdicts stay.</source>
        <translation>到期后，核单记录里的姓名、电话、地址和手写文字会被清除，核对结论保留。</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>个人资料</translation>
    </message>
    <message>
        <source>Facts of the shop</source>
        <translation>常用信息</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Stands in phrases for {shop} or {店铺}.</source>
        <translation>话术里的 {shop} 或 {店铺} 会换成它。</translation>
    </message>
    <message>
        <source>Your name as agent</source>
        <translation>客服名</translation>
    </message>
    <message>
        <source>Stands in phrases for {agent} or {客服}.</source>
        <translation>话术里的 {agent} 或 {客服} 会换成它。</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Stands in phrases for {agent_id} or {工号}.</source>
        <translation>话术里的 {agent_id} 或 {工号} 会换成它。</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Stands in phrases for {sign} or {署名}.</source>
        <translation>话术里的 {sign} 或 {署名} 会换成它。</translation>
    </message>
    <message>
        <source>Checklists that are not offered</source>
        <translation>不列出的清单</translation>
    </message>
    <message>
        <source>Their ids, such as CL-13; a + before one that the team&apos;s phrasebook leaves out offers it again.</source>
        <translation>写编号，如 CL-13；团队话术库关掉的，前面加 + 就又列出。</translation>
    </message>
    <message>
        <source>Postage is always the shop&apos;s</source>
        <translation>邮费都由店铺出</translation>
    </message>
    <message>
        <source>Confirmations then say so to buyers.</source>
        <translation>核对文字里会告诉买家包邮。</translation>
    </message>
    <message>
        <source>Postage is the shop&apos;s from (yuan)</source>
        <translation>满多少元包邮</translation>
    </message>
    <message>
        <source>An order of that amount that paid postage is told. 0 for none.</source>
        <translation>满了还收邮费的订单会提醒。没有就填 0。</translation>
    </message>
    <message>
        <source>Gift in each parcel</source>
        <translation>每单赠品</translation>
    </message>
    <message>
        <source>The shop&apos;s page shows the true stock</source>
        <translation>页面库存就是实际库存</translation>
    </message>
    <message>
        <source>Otherwise each order asks whether somebody has looked.</source>
        <translation>不是的话，每单都会问有没有看过库存。</translation>
    </message>
    <message>
        <source>Form of remarks</source>
        <translation>备注格式</translation>
    </message>
    <message>
        <source>How a line for the back office is put together.</source>
        <translation>后台备注一行怎么排。</translation>
    </message>
    <message>
        <source>By the promotion of now; the remark tells of it.</source>
        <translation>现在的活动送什么；会写进备注给仓库。</translation>
    </message>
    <message>
        <source>Tables of the shop</source>
        <translation>店铺表格</translation>
    </message>
    <message>
        <source>Write something down</source>
        <translation>记一笔</translation>
    </message>
    <message>
        <source>A digit chooses the table; the row is asked for in a few keys.</source>
        <translation>按数字选表格，几个键记完一行。</translation>
    </message>
    <message>
        <source>Note a question</source>
        <translation>记一个问题</translation>
    </message>
    <message>
        <source>Copy what the buyer said first; it goes to the question book.</source>
        <translation>先复制买家的话，记进问题宝典。</translation>
    </message>
    <message>
        <source>Keep customer cards</source>
        <translation>保存客户档案</translation>
    </message>
    <message>
        <source>With the customer&apos;s consent only. A card goes a year after its last change.</source>
        <translation>须经客户同意。最后一次修改满一年后删除。</translation>
    </message>
    <message>
        <source>What is not said to buyers</source>
        <translation>不对买家说的话</translation>
    </message>
    <message>
        <source>Look at the wording</source>
        <translation>检查用词</translation>
    </message>
    <message>
        <source>Marks what is not said to buyers. What a platform forbids is not pasted, only copied.</source>
        <translation>标出不该对买家说的话。平台禁止的不粘贴，只复制。</translation>
    </message>
    <message>
        <source>Paste it all the same for a reason</source>
        <translation>写明理由仍可粘贴</translation>
    </message>
    <message>
        <source>Asks why a forbidden text goes out. The reason is kept with its day, the text is not.</source>
        <translation>会问为什么还要发。只记理由和日期，不记文字。</translation>
    </message>
    <message>
        <source>Look at what is copied</source>
        <translation>检查复制的文字</translation>
    </message>
    <message>
        <source>Copy what you wrote before you send it.</source>
        <translation>发送前先复制写好的话。</translation>
    </message>
    <message>
        <source>Packs also in use</source>
        <translation>另外启用的词包</translation>
    </message>
    <message>
        <source>Names with commas between them, such as medical.</source>
        <translation>名称之间用逗号分开，例如 medical。</translation>
    </message>
    <message>
        <source>Packs not in use</source>
        <translation>不用的词包</translation>
    </message>
    <message>
        <source>Names with commas between them, such as blame.</source>
        <translation>名称之间用逗号分开，例如 blame。</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Promise something</source>
        <translation>记一条承诺</translation>
    </message>
    <message>
        <source>To the buyer of now; a digit says by when. Again for the list.</source>
        <translation>给当前买家，按数字选时间；再按一次看全部。</translation>
    </message>
    <message>
        <source>Say when a promise is due</source>
        <translation>承诺到时间时提醒</translation>
    </message>
    <message>
        <source>One short message without a sound; the tray shows it anyway.</source>
        <translation>弹一条短消息，没有声音；托盘上总会显示。</translation>
    </message>
</context>
<context>
    <name>stages</name>
    <message>
        <source>Greeting</source>
        <translation>招呼</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>询问</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>解答</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>议价</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>支付</translation>
    </message>
    <message>
        <source>Order check</source>
        <translation>核实</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>物流</translation>
    </message>
    <message>
        <source>After-sales</source>
        <translation>售后</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Farewell</source>
        <translation>道别</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>跟进</translation>
    </message>
</context>
</TS>
